export interface Allowance {
  /** Points in all. */
  readonly limit: number
  /** Points that are left; below zero where the asked ones were refused. */
  readonly remaining: number
  /** Whole seconds until the asked points are there again, or until all are where they were granted. */
  readonly reset: number
  readonly granted: boolean
}

export interface RateLimit {
  /** Takes points from the caller's bucket. */
  readonly take: (caller: string, points: number) => Allowance
}

const mostCallers = 50_000

/**
 * A bucket of points for each caller that fills up evenly over a minute: short bursts pass, a steady flood does not. Kept
 * in this process, so that several API processes allow that many times as much.
 */
export function createRateLimit(pointsPerMinute: number, now: () => number): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>()
  const perSecond = pointsPerMinute / 60
  return {
    take: (caller, points) => {
      const time = now()
      const old = buckets.get(caller) ?? { left: pointsPerMinute, at: time }
      const left = Math.min(pointsPerMinute, old.left + ((time - old.at) / 1_000) * perSecond)
      const granted = left >= points
      const after = granted ? left - points : left
      // The newest caller goes last, so that the first in the map is the one to forget.
      buckets.delete(caller)
      buckets.set(caller, { left: after, at: time })
      const [oldest] = buckets.keys()
      if (buckets.size > mostCallers && oldest !== undefined) buckets.delete(oldest)
      const lacking = granted ? pointsPerMinute - after : points - left
      return {
        limit: pointsPerMinute,
        remaining: Math.floor(granted ? after : left - points),
        reset: Math.ceil(lacking / perSecond),
        granted,
      }
    },
  }
}
