import { type AuditEntry, type AuditProof, verifyAudit } from '@sundown/db'
import type { Context } from '../../context.ts'
import type { PageWindow } from '../../graphql/page.ts'

export type EntryRow = AuditEntry

export interface EntryFilter {
  readonly tenantId: string
  readonly action?: string | null | undefined
  readonly actorId?: string | null | undefined
  readonly subjectId?: string | null | undefined
  readonly from?: Date | null | undefined
  readonly to?: Date | null | undefined
}

const matching = ({ tenantId, action, actorId, subjectId, from, to }: EntryFilter) => ({
  tenantId,
  ...(action ? { action } : {}),
  ...(actorId ? { actorId } : {}),
  ...(subjectId ? { subjectId } : {}),
  ...(from || to ? { at: { ...(from ? { gte: from } : {}), ...(to ? { lt: to } : {}) } } : {}),
})

/** Entries in a window, newest first; their number is their place. */
export function listEntries(
  context: Context,
  filter: EntryFilter,
  { from, backward, take }: PageWindow,
): Promise<EntryRow[]> {
  const place = from ? { number: { [backward ? 'gt' : 'lt']: Number(from[1]) } } : {}
  return context.read((tx) =>
    tx.auditEntry.findMany({
      where: { AND: [matching(filter), place] },
      orderBy: { number: backward ? 'asc' : 'desc' },
      take,
    }),
  )
}

export const countEntries = (context: Context, filter: EntryFilter): Promise<number> =>
  context.read((tx) => tx.auditEntry.count({ where: matching(filter) }))

export const proofOf = (context: Context, tenantId: string): Promise<AuditProof> =>
  context.read((tx) => verifyAudit(tx, tenantId))
