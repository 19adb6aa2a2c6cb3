import { classes } from './classes.ts'
import { type Tone, toneStroke } from './pill.tsx'

interface ScoreRingProps {
  /** 0 to 100, or null where nothing could be told. */
  readonly score: number | null
  readonly tone: Tone
  readonly label: string
  readonly caption: string
}

export function ScoreRing({ score, tone, label, caption }: ScoreRingProps) {
  return (
    <div role="img" aria-label={label} className="relative grid size-32 shrink-0 place-items-center">
      <svg viewBox="0 0 120 120" className="absolute inset-0 -rotate-90" aria-hidden="true">
        <circle cx="60" cy="60" r="52" fill="none" strokeWidth="9" className="stroke-unknown-soft" />
        {score === null || score === 0 ? null : (
          <circle
            cx="60"
            cy="60"
            r="52"
            fill="none"
            strokeWidth="9"
            strokeLinecap="round"
            pathLength="100"
            strokeDasharray={`${score} 100`}
            className={classes(toneStroke[tone], 'transition-[stroke-dasharray] duration-500')}
          />
        )}
      </svg>
      <div className="text-center leading-none" aria-hidden="true">
        <div className="font-semibold text-4xl tracking-tight">{score ?? '–'}</div>
        <div className="mt-1.5 text-ink-faint text-xs">{caption}</div>
      </div>
    </div>
  )
}
