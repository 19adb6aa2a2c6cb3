import type { ReactNode } from 'react'
import { classes } from './classes.ts'

export type Tone = 'ready' | 'legacy' | 'risk' | 'bad' | 'unknown'

interface PillProps {
  readonly tone: Tone
  readonly icon?: ReactNode
  readonly size?: 'medium' | 'large'
  readonly children: ReactNode
}

/** A state in words with its icon; the colour only repeats what both say. */
export function Pill({ tone, icon, size = 'medium', children }: PillProps) {
  return (
    <span
      className={classes(
        'inline-flex items-center gap-1.5 whitespace-nowrap rounded-full align-middle font-medium',
        size === 'large' ? 'px-3.5 py-1.5 text-base [&_svg]:size-5' : 'px-2.5 py-0.5 text-sm [&_svg]:size-4',
        toneClasses[tone],
      )}
    >
      {icon}
      {children}
    </span>
  )
}

export const toneClasses: Readonly<Record<Tone, string>> = {
  ready: 'bg-ready-soft text-ready-ink',
  legacy: 'bg-legacy-soft text-legacy-ink',
  risk: 'bg-risk-soft text-risk-ink',
  bad: 'bg-bad-soft text-bad-ink',
  unknown: 'bg-unknown-soft text-unknown-ink',
}

export const toneInk: Readonly<Record<Tone, string>> = {
  ready: 'text-ready-ink',
  legacy: 'text-legacy-ink',
  risk: 'text-risk-ink',
  bad: 'text-bad-ink',
  unknown: 'text-unknown-ink',
}

export const toneStroke: Readonly<Record<Tone, string>> = {
  ready: 'stroke-ready',
  legacy: 'stroke-legacy',
  risk: 'stroke-risk',
  bad: 'stroke-bad',
  unknown: 'stroke-unknown',
}

export const toneFill: Readonly<Record<Tone, string>> = {
  ready: 'fill-ready',
  legacy: 'fill-legacy',
  risk: 'fill-risk',
  bad: 'fill-bad',
  unknown: 'fill-unknown',
}
