import { classes } from './classes.ts'
import { type Tone, toneStroke } from './pill.tsx'

export interface ArcSegment {
  readonly id: string
  readonly tone: Tone
  readonly count: number
  readonly faint?: boolean
}

interface ArcChartProps {
  readonly segments: readonly ArcSegment[]
  readonly label: string
}

/** Shares of a whole along a half circle, like the sun over the horizon. */
export function ArcChart({ segments, label }: ArcChartProps) {
  return (
    <svg role="img" aria-label={label} viewBox="0 0 240 128" className="w-full">
      <path d={arc} fill="none" strokeWidth="20" className="stroke-unknown-soft" />
      {arcSlices(segments).map((slice) => (
        <path
          key={slice.id}
          d={arc}
          fill="none"
          strokeWidth="20"
          pathLength="100"
          strokeDasharray={`${slice.length} 200`}
          strokeDashoffset={-slice.start}
          className={classes(toneStroke[slice.tone], slice.faint && 'opacity-45')}
        />
      ))}
      <path d="M2 126.5H238" strokeWidth="1.5" className="stroke-line" />
    </svg>
  )
}

/** Where each segment begins and how long it is, of 100, with a gap between neighbours and a least visible length. */
export function arcSlices<Segment extends ArcSegment>(segments: readonly Segment[]) {
  const shown = segments.filter((segment) => segment.count > 0)
  const total = shown.reduce((sum, segment) => sum + segment.count, 0)
  const gaps = gap * Math.max(0, shown.length - 1)
  const raw = shown.map((segment) => Math.max(leastLength, (segment.count / total) * (100 - gaps)))
  const scale = (100 - gaps) / raw.reduce((sum, length) => sum + length, 0)
  let start = 0
  return shown.map((segment, index) => {
    const length = (raw[index] ?? 0) * scale
    const slice = { ...segment, start, length }
    start += length + gap
    return slice
  })
}

const arc = 'M20 126A100 100 0 0 1 220 126'
const gap = 0.9
const leastLength = 2
