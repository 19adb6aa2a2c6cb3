import { classes } from './classes.ts'
import { type Tone, toneFill } from './pill.tsx'

interface ShareBarProps {
  readonly segments: readonly {
    readonly id: string
    readonly tone: Tone
    readonly count: number
    readonly faint?: boolean
  }[]
  readonly label: string
  readonly className?: string
}

/** Shares of a whole as one bar, in the order given. */
export function ShareBar({ segments, label, className }: ShareBarProps) {
  const total = segments.reduce((sum, { count }) => sum + count, 0)
  let start = 0
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${Math.max(1, total)} 1`}
      preserveAspectRatio="none"
      className={classes('h-2.5 w-full overflow-hidden rounded-full bg-unknown-soft', className)}
    >
      {segments.map(({ id, tone, count, faint }) => {
        const x = start
        start += count
        return count > 0 ? (
          <rect key={id} x={x} width={count} height="1" className={classes(toneFill[tone], faint && 'opacity-45')} />
        ) : null
      })}
    </svg>
  )
}
