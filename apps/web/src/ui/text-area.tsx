import type { ComponentProps } from 'react'
import { classes } from './classes.ts'

export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={3}
      {...rest}
      className={classes(
        'w-full rounded-lg border border-line-strong bg-surface px-3 py-2 text-ink transition-colors placeholder:text-ink-faint hover:border-ink-faint aria-invalid:border-bad',
        className,
      )}
    />
  )
}
