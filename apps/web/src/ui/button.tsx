import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes.ts'

export interface ButtonLook {
  readonly look?: 'primary' | 'secondary' | 'quiet' | 'danger'
  readonly size?: 'medium' | 'small'
  readonly icon?: ReactNode
}

type ButtonProps = ComponentProps<'button'> & ButtonLook & { readonly busy?: boolean }

/** A busy button keeps its width and its focus, and ignores presses. */
export function Button({ look, size, icon, busy = false, className, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={classes(buttonClass({ look, size }), busy && 'cursor-progress opacity-75', className)}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </button>
  )
}

export function ButtonLink({
  look,
  size,
  icon,
  className,
  children,
  ...rest
}: ComponentProps<typeof Link> & ButtonLook) {
  return (
    <Link {...rest} className={classes(buttonClass({ look, size }), className)}>
      {icon}
      {children}
    </Link>
  )
}

type IconButtonProps = ComponentProps<'button'> & { readonly label: string; readonly danger?: boolean }

export function IconButton({ label, danger = false, className, children, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={classes(
        'inline-flex size-9 shrink-0 items-center justify-center rounded-lg text-ink-soft transition-colors hover:bg-hover disabled:opacity-45 [&_svg]:size-4.5',
        danger ? 'hover:text-bad-ink' : 'hover:text-ink',
        className,
      )}
    >
      {children}
    </button>
  )
}

function Spinner() {
  return (
    <svg viewBox="0 0 16 16" className="size-4 animate-spin" aria-hidden="true">
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" opacity="0.25" />
      <path d="M8 2a6 6 0 0 1 6 6" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  )
}

function buttonClass({ look = 'secondary', size = 'medium' }: { look: ButtonLook['look']; size: ButtonLook['size'] }) {
  return classes(
    'inline-flex items-center justify-center gap-2 whitespace-nowrap rounded-lg font-medium transition-colors disabled:opacity-50 [&_svg]:shrink-0',
    size === 'medium' ? 'min-h-10 px-4 text-[0.9375rem] [&_svg]:size-4.5' : 'min-h-8 px-3 text-sm [&_svg]:size-4',
    looks[look],
  )
}

const looks = {
  primary: 'bg-accent text-accent-ink hover:bg-accent-hover',
  secondary: 'border border-line bg-raised text-ink shadow-card hover:border-line-strong hover:bg-hover',
  quiet: 'text-ink-soft hover:bg-hover hover:text-ink',
  danger: 'border border-line bg-raised text-bad-ink hover:border-bad hover:bg-bad-soft',
} as const
