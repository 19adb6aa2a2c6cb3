import { type AuditEntry, type AuditProof, type OperatorEntry, verifyAudit } from '@sundown/db'
import { batched } from '../../batch.ts'
import type { Context } from '../../context.ts'
import type { PageWindow } from '../../graphql/page.ts'

export type EntryRow = AuditEntry

export interface EntryFilter {
  readonly tenantId: string
  readonly action?: string | null | undefined
  readonly actorId?: string | null | undefined
  readonly subjectId?: string | null | undefined
  readonly partnerId?: string | null | undefined
  readonly looks?: boolean | null | undefined
  readonly search?: string | null | undefined
  readonly from?: Date | null | undefined
  readonly to?: Date | null | undefined
}

/** The condition that a filter puts. */
export const entriesMatching = ({
  tenantId,
  action,
  actorId,
  subjectId,
  partnerId,
  looks,
  search,
  from,
  to,
}: EntryFilter) => ({
  tenantId,
  AND: [looksOnly(looks), ...wordsOf(search).map(holding)],
  ...(partnerId ? { partnerId } : {}),
  ...(action ? { action } : {}),
  ...(actorId ? { actorId } : {}),
  ...(subjectId ? { subjectId } : {}),
  ...(from || to ? { at: { ...(from ? { gte: from } : {}), ...(to ? { lt: to } : {}) } } : {}),
})

/** What a partner looks at is written as `read` and the name of its query. */
const looksOnly = (looks: boolean | null | undefined) => {
  if (looks === null || looks === undefined) return {}
  const isLook = { action: { startsWith: 'read ' } }
  return looks ? isLook : { NOT: isLook }
}

const wordsOf = (search: string | null | undefined) => (search ?? '').trim().split(/\s+/).filter(Boolean).slice(0, 5)

const holding = (word: string) => {
  // In LIKE these stand for any text.
  const contains = { contains: word.replaceAll(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const }
  return { OR: [{ actorName: contains }, { action: contains }, { subjectId: contains }, { address: contains }] }
}

/** Entries in a window, newest first; their number is their place. */
export function listEntries(
  context: Context,
  filter: EntryFilter,
  { from, backward, take }: PageWindow,
): Promise<EntryRow[]> {
  const place = from ? { number: { [backward ? 'gt' : 'lt']: Number(from[1]) } } : {}
  return context.read((tx) =>
    tx.auditEntry.findMany({
      where: { AND: [entriesMatching(filter), place] },
      orderBy: { number: backward ? 'asc' : 'desc' },
      take,
    }),
  )
}

export const countEntries = (context: Context, filter: EntryFilter): Promise<number> =>
  context.read((tx) => tx.auditEntry.count({ where: entriesMatching(filter) }))

export const proofOf = (context: Context, tenantId: string): Promise<AuditProof> =>
  context.read((tx) => verifyAudit(tx, tenantId))

const partnerNames = (context: Context) =>
  batched<PartnerKey, string>(async (keys) => {
    const rows = await context.read((tx) =>
      tx.delegation.findMany({
        where: {
          tenantId: { in: keys.map((key) => key.tenantId) },
          partnerId: { in: keys.map((key) => key.partnerId) },
        },
        orderBy: { id: 'asc' },
      }),
    )
    const known = new Map(rows.map((row) => [nameOf(row), row.partnerName]))
    return keys.map((key) => known.get(nameOf(key)) ?? null)
  }, nameOf)

interface PartnerKey {
  readonly tenantId: string
  readonly partnerId: string
}

const nameOf = ({ tenantId, partnerId }: PartnerKey) => `${tenantId}${partnerId}`

/** What the partner was called when it last asked to be let in. */
export const partnerNameOf = (context: Context, { tenantId, partnerId }: EntryRow): Promise<string | null> | null =>
  partnerId === null ? null : context.once(partnerNames)({ tenantId, partnerId })

export type OperatorRow = OperatorEntry

/** What operators did, newest first; the database shows it to operators alone. */
export function listDeeds(context: Context, { from, backward, take }: PageWindow): Promise<OperatorRow[]> {
  const where = from ? { number: { [backward ? 'gt' : 'lt']: Number(from[1]) } } : {}
  return context.read((tx) =>
    tx.operatorEntry.findMany({ where, orderBy: { number: backward ? 'asc' : 'desc' }, take }),
  )
}
