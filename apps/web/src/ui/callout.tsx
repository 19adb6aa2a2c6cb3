import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { type Tone, toneClasses } from './pill.tsx'

interface CalloutProps {
  readonly tone: Tone
  readonly icon: ReactNode
  readonly role?: 'alert' | 'status'
  readonly action?: ReactNode
  readonly children: ReactNode
}

export function Callout({ tone, icon, role, action, children }: CalloutProps) {
  return (
    <div
      role={role}
      className={classes('flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl px-4 py-3', toneClasses[tone])}
    >
      <div className="flex min-w-0 flex-1 basis-60 items-start gap-2.5 [&>svg]:mt-0.5 [&>svg]:size-4.5 [&>svg]:shrink-0">
        {icon}
        <div className="min-w-0">{children}</div>
      </div>
      {action}
    </div>
  )
}
