import type { Deadline } from '@sundown/core/deadlines'
import { deadlines as shipped } from '@sundown/core/deadlines'
import type { Context } from '../../context.ts'
import type { DeadlineDocument } from '../../judging/rulings.ts'

export const changeKinds = ['ADDED', 'MOVED', 'WITHDRAWN'] as const
export type DeadlineChangeKind = (typeof changeKinds)[number]

/** One thing that an operator did to the dates, as it stands in the records themselves: they are never edited. */
export interface DeadlineChange {
  readonly kind: DeadlineChangeKind
  readonly at: Date
  /** The operator's name; null for readers who are none. */
  readonly by: string | null
  readonly reason: string | null
  readonly deadline: Deadline
  /** Day that a moved record had before; null where nothing was replaced. */
  readonly dateBefore: string | null
}

const most = 200

/** What operators changed, newest first. */
export async function deadlineChanges(context: Context): Promise<DeadlineChange[]> {
  const rows = await context.read((tx) => tx.deadlineRecord.findMany({ orderBy: { createdAt: 'desc' }, take: most }))
  const names = await operatorNames(
    context,
    rows.flatMap(({ createdBy, withdrawnBy }) => [createdBy, ...(withdrawnBy ? [withdrawnBy] : [])]),
  )
  const dates = new Map<string, string>(shipped.map(({ id, date }) => [id, date]))
  for (const { id, document } of rows) dates.set(id, (document as unknown as Deadline).date)
  return rows
    .flatMap((row): DeadlineChange[] => {
      const { supersedes, ...document } = row.document as unknown as DeadlineDocument
      const deadline = { ...document, id: row.id }
      const dateBefore = supersedes ? (dates.get(supersedes) ?? null) : null
      const made: DeadlineChange = {
        kind: supersedes ? 'MOVED' : 'ADDED',
        at: row.createdAt,
        by: names.get(row.createdBy) ?? null,
        reason: row.reason,
        deadline,
        dateBefore,
      }
      if (!row.withdrawnAt) return [made]
      const by = row.withdrawnBy ? (names.get(row.withdrawnBy) ?? null) : null
      return [made, { kind: 'WITHDRAWN', at: row.withdrawnAt, by, reason: null, deadline, dateBefore }]
    })
    .sort((a, b) => b.at.getTime() - a.at.getTime())
}

/** Operators may know of each other; everybody else learns that it was one of them. */
async function operatorNames(context: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (!context.viewer?.isOperator || ids.length === 0) return new Map()
  const people = await context.app.database.auth.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  })
  return new Map(people.map(({ id, name }) => [id, name]))
}
