import type { ReactNode } from 'react'

interface PageHeaderProps {
  readonly title: ReactNode
  readonly note?: ReactNode
  readonly actions?: ReactNode
}

export function PageHeader({ title, note, actions }: PageHeaderProps) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h1 className="font-semibold text-2xl tracking-tight sm:text-[1.75rem]">{title}</h1>
        {note ? <p className="mt-1 max-w-prose text-ink-soft">{note}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
    </header>
  )
}
