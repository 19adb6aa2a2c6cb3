/** Deadlines that an operator adds or moves, without a release: validated, and put on top of those that ship. */
import { z } from 'zod'
import { protocolVersions } from '../facts.ts'
import { surenesses } from '../rules/source.ts'
import { channels, clouds, type Deadline, effects } from './deadline.ts'
import { deadlines as shipped } from './deadlines.ts'

const day = z.iso.date()

/** One record of an operator's own; `supersedes` names the record that it moves. */
export const ownDeadlineSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{2,63}$/),
  supersedes: z.string().nullable(),
  service: z.string().trim().min(2).max(100),
  clouds: z.array(z.enum(clouds)).min(1),
  channel: z.enum(channels),
  protocols: z.array(z.enum([...protocolVersions, '3DES', 'static-RSA', 'SHA-1'])).min(1),
  effect: z.enum(effects),
  date: day,
  until: day.nullable(),
  announcedOn: day.nullable(),
  source: z.string().trim().min(3).max(300),
  sureness: z.enum(surenesses),
  note: z.object({ en: z.string().trim().min(3).max(1000), da: z.string().trim().min(3).max(1000) }),
})
export type OwnDeadline = z.infer<typeof ownDeadlineSchema>

export interface DeadlineProblem {
  /** Index in the list of own records. */
  readonly index: number
  readonly code: 'taken-id' | 'unknown-superseded' | 'already-superseded' | 'ends-before-it-starts'
}

/** The shipped records with an operator's own on top; what was moved stays, as history. */
export function withOwnDeadlines(
  own: readonly OwnDeadline[],
  records: readonly Deadline[] = shipped,
): { readonly records: readonly Deadline[]; readonly problems: readonly DeadlineProblem[] } {
  const byId = new Map(records.map((record) => [record.id, record]))
  const problems: DeadlineProblem[] = []
  for (const [index, { supersedes, ...record }] of own.entries()) {
    const moved = supersedes === null ? null : byId.get(supersedes)
    const code = byId.has(record.id)
      ? 'taken-id'
      : moved === undefined
        ? 'unknown-superseded'
        : moved && moved.supersededBy !== null
          ? 'already-superseded'
          : record.until !== null && record.until < record.date
            ? 'ends-before-it-starts'
            : null
    if (code !== null) {
      problems.push({ index, code })
      continue
    }
    if (moved) byId.set(moved.id, { ...moved, supersededBy: record.id })
    byId.set(record.id, { ...record, supersededBy: null })
  }
  return { records: [...byId.values()], problems }
}
