import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes.ts'

export function Card({ className, ...rest }: ComponentProps<'section'>) {
  return <section {...rest} className={classes('rounded-xl border border-line bg-surface shadow-card', className)} />
}

interface CardHeaderProps {
  readonly id?: string
  readonly title: ReactNode
  readonly note?: ReactNode
  readonly action?: ReactNode
}

export function CardHeader({ id, title, note, action }: CardHeaderProps) {
  return (
    <header className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-5 pt-4 pb-3">
      <div>
        <h2 id={id} className="font-semibold text-[1.0625rem] tracking-tight">
          {title}
        </h2>
        {note ? <p className="mt-0.5 text-ink-faint text-sm">{note}</p> : null}
      </div>
      {action}
    </header>
  )
}
