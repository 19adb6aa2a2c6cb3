'use client'

import { useSyncExternalStore } from 'react'

/** What an endpoint runs on, as its administrator said in this browser; null until somebody did. */
export function useChosenStack(endpointId: string): [string | null, (stack: string) => void] {
  const key = `sundown-stack-${endpointId}`
  const chosen = useSyncExternalStore(
    listen,
    () => localStorage.getItem(key),
    () => null,
  )
  return [
    chosen,
    (stack) => {
      localStorage.setItem(key, stack)
      dispatchEvent(new Event(changed))
    },
  ]
}

/** Lets what the endpoint itself says stand again. */
export function forgetChosenStack(endpointId: string): void {
  localStorage.removeItem(`sundown-stack-${endpointId}`)
  dispatchEvent(new Event(changed))
}

const changed = 'sundown-stack'

function listen(onChange: () => void): () => void {
  const controller = new AbortController()
  addEventListener(changed, onChange, { signal: controller.signal })
  addEventListener('storage', onChange, { signal: controller.signal })
  return () => controller.abort()
}
