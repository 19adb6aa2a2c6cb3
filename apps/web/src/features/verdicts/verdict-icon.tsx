import { CircleCheck, CircleDashed, CircleHelp, OctagonX, Sunset, TriangleAlert } from 'lucide-react'
import type { VerdictOrNone } from './verdict-look.ts'

export function VerdictIcon({ verdict, className }: { readonly verdict: VerdictOrNone; readonly className?: string }) {
  const Icon = icons[verdict]
  return <Icon className={className} aria-hidden="true" />
}

const icons = {
  READY: CircleCheck,
  LEGACY_ENABLED: Sunset,
  AT_RISK: TriangleAlert,
  NOT_READY: OctagonX,
  UNKNOWN: CircleHelp,
  NOT_SCANNED: CircleDashed,
} as const
