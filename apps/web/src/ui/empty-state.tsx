import type { ReactNode } from 'react'

interface EmptyStateProps {
  readonly icon: ReactNode
  readonly title: string
  /** `h1` where it is the whole page. */
  readonly heading?: 'h1' | 'h2'
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

export function EmptyState({ icon, title, heading: Heading = 'h2', children, actions }: EmptyStateProps) {
  return (
    <div className="grid justify-items-center gap-2 px-6 py-14 text-center">
      <div className="mb-2 grid size-12 place-items-center rounded-full bg-accent-soft text-accent [&_svg]:size-6">
        {icon}
      </div>
      <Heading className="font-semibold text-lg tracking-tight">{title}</Heading>
      {children ? <div className="max-w-prose text-ink-soft">{children}</div> : null}
      {actions ? <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  )
}
