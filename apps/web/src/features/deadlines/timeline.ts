import type { Cloud, DeadlineHistoryQuery } from '../../graphql/generated/graphql.ts'

export type DeadlineRecord = DeadlineHistoryQuery['deadlines'][number]

export interface DatedDeadline {
  readonly record: DeadlineRecord
  /** Earlier versions of the same date, oldest first. */
  readonly moved: readonly DeadlineRecord[]
}

export interface Timeline {
  /** Still to come or under way by stages, soonest first. */
  readonly coming: readonly DatedDeadline[]
  /** Already holds, newest first. */
  readonly inForce: readonly DatedDeadline[]
}

/** The deadlines that stand in a cloud on a day, each with the dates that it had before. */
export function timelineOf(records: readonly DeadlineRecord[], cloud: Cloud, today: string): Timeline {
  const standing = records
    .filter(({ supersededBy, clouds: held }) => !supersededBy && held.includes(cloud))
    .map((record) => ({ record, moved: predecessors(records, record) }))
  const isComing = ({ record }: DatedDeadline) => (record.until ?? record.date) >= today
  return {
    coming: standing.filter(isComing).toSorted((a, b) => a.record.date.localeCompare(b.record.date)),
    inForce: standing.filter((each) => !isComing(each)).toSorted((a, b) => b.record.date.localeCompare(a.record.date)),
  }
}

function predecessors(records: readonly DeadlineRecord[], record: DeadlineRecord): DeadlineRecord[] {
  const seen = new Set<string>([record.id])
  const found: DeadlineRecord[] = []
  for (let wave = [record.id]; wave.length > 0; ) {
    const before = records.filter(
      ({ id, supersededBy }) => supersededBy && wave.includes(supersededBy) && !seen.has(id),
    )
    for (const { id } of before) seen.add(id)
    found.push(...before)
    wave = before.map(({ id }) => id)
  }
  return found.toSorted((a, b) => (a.announcedOn ?? a.date).localeCompare(b.announcedOn ?? b.date))
}
