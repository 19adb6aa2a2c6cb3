import type { ReactNode } from 'react'

export function Key({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className="inline-flex min-w-6 items-center justify-center rounded-md border border-line-strong border-b-2 bg-surface px-1.5 py-0.5 font-mono text-ink-soft text-xs">
      {children}
    </kbd>
  )
}
