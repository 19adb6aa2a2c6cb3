'use client'

import { useFormatter, useNow } from 'use-intl'

/** How long ago an instant of the past is, in words that keep up; a clock that runs a little ahead never says "in 3 seconds". */
export function useAgo(): (instant: Date) => string {
  const format = useFormatter()
  const now = useNow({ updateInterval: 10_000 })
  return (instant) => format.relativeTime(instant, Math.max(now.getTime(), instant.getTime()))
}
