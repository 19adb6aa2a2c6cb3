'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent } from 'react'
import { useShortcutsOn } from '../preferences/index.ts'

/** `/` to the search, `n` to a new endpoint, `?` to the list of shortcuts; silent while something is typed. */
export function useShortcuts(base: string | null, onHelp: () => void): void {
  const router = useRouter()
  const [on] = useShortcutsOn()
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const action = actions[event.key]
    if (!action) return
    event.preventDefault()
    action({ base, onHelp, go: (path) => router.push(path) })
  })
  useEffect(() => {
    if (!on) return
    const listener = (event: KeyboardEvent) => press(event)
    addEventListener('keydown', listener)
    return () => removeEventListener('keydown', listener)
  }, [on])
}

interface Surroundings {
  readonly base: string | null
  readonly onHelp: () => void
  readonly go: (path: string) => void
}

const actions: Readonly<Record<string, (surroundings: Surroundings) => void>> = {
  '/': ({ base, go }) => {
    const search = document.querySelector<HTMLInputElement>('input[type="search"]')
    if (search) search.focus()
    else if (base) go(`${base}/endpoints?focus=search`)
  },
  n: ({ base, go }) => {
    if (base) go(`${base}/endpoints/new`)
  },
  '?': ({ onHelp }) => onHelp(),
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], [role="menu"], [role="dialog"]') !== null
  )
}
