import type { Cloud, Deadline } from '@sundown/core/deadlines'

export interface DatedDeadline {
  readonly record: Deadline
  /** Whole days from today to the date; negative once it has passed. */
  readonly daysLeft: number
  /** Earlier versions of the same date, oldest first. */
  readonly moved: readonly Deadline[]
}

export interface Timeline {
  /** Still to come or under way by stages, soonest first. */
  readonly coming: readonly DatedDeadline[]
  /** Already holds, newest first. */
  readonly inForce: readonly DatedDeadline[]
}

/** The deadlines that stand in a cloud, each with the dates that it had before. */
export function timelineOf(records: readonly Deadline[], cloud: Cloud, now: Date): Timeline {
  const today = now.toISOString().slice(0, 10)
  const standing = records
    .filter(({ supersededBy, clouds }) => supersededBy === null && clouds.includes(cloud))
    .map((record) => ({ record, daysLeft: daysBetween(today, record.date), moved: predecessors(records, record) }))
  const isComing = ({ record }: DatedDeadline) => (record.until ?? record.date) >= today
  return {
    coming: standing.filter(isComing).toSorted((a, b) => a.record.date.localeCompare(b.record.date)),
    inForce: standing.filter((each) => !isComing(each)).toSorted((a, b) => b.record.date.localeCompare(a.record.date)),
  }
}

function predecessors(records: readonly Deadline[], record: Deadline): Deadline[] {
  const seen = new Set<string>([record.id])
  const found: Deadline[] = []
  for (let wave = [record.id]; wave.length > 0; ) {
    const before = records.filter(
      ({ id, supersededBy }) => supersededBy !== null && wave.includes(supersededBy) && !seen.has(id),
    )
    for (const { id } of before) seen.add(id)
    found.push(...before)
    wave = before.map(({ id }) => id)
  }
  return found.toSorted((a, b) => (a.announcedOn ?? a.date).localeCompare(b.announcedOn ?? b.date))
}

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
