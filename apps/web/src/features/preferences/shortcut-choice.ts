'use client'

import { useSyncExternalStore } from 'react'

const key = 'sundown-shortcuts'

/** Whether single-key shortcuts are on; WCAG 2.2 success criterion 2.1.4 asks for a way to turn them off. */
export function useShortcutsOn(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(
    listen,
    () => localStorage.getItem(key) !== 'off',
    () => true,
  )
  return [on, setShortcuts]
}

function setShortcuts(on: boolean): void {
  localStorage.setItem(key, on ? 'on' : 'off')
  dispatchEvent(new Event(key))
}

function listen(changed: () => void): () => void {
  const controller = new AbortController()
  addEventListener(key, changed, { signal: controller.signal })
  addEventListener('storage', changed, { signal: controller.signal })
  return () => controller.abort()
}
