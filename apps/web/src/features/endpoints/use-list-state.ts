'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { type ListState, readListState, writeListState } from './list-state.ts'

/**
 * The state of the list, written into the address bar and taken from it when somebody navigates. It is kept here as well,
 * because the router passes a new address on only after a moment, and a filter must answer at once.
 */
export function useListState(): [ListState, (change: Partial<ListState>) => void] {
  const pathname = usePathname()
  const params = useSearchParams()
  const address = params.toString()
  const [known, setKnown] = useState(address)
  const [state, setState] = useState(() => readListState(params))
  if (address !== known) {
    setKnown(address)
    setState(readListState(params))
  }
  const change = (part: Partial<ListState>) => {
    const next = { ...state, after: null, before: null, ...part }
    setState(next)
    history.replaceState(null, '', `${pathname}${writeListState(next)}`)
  }
  return [state, change]
}
