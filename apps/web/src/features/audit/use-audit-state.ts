'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { type AuditState, readAuditState, writeAuditState } from './audit-state.ts'

/** The filter, kept here for an answer at once and in the address bar for others; navigating brings it back. */
export function useAuditState(): [AuditState, (change: Partial<AuditState>) => void] {
  const pathname = usePathname()
  const params = useSearchParams()
  const address = params.toString()
  const [known, setKnown] = useState(address)
  const [state, setState] = useState(() => readAuditState(params))
  if (address !== known) {
    setKnown(address)
    setState(readAuditState(params))
  }
  const change = (part: Partial<AuditState>) => {
    const next = { ...state, after: null, before: null, ...part }
    setState(next)
    history.replaceState(null, '', `${pathname}${writeAuditState(next)}`)
  }
  return [state, change]
}
