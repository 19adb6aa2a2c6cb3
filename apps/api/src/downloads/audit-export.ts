import type { AuditEntry } from '@sundown/db'
import { permit } from '../access/viewer.ts'
import { audit } from '../audit.ts'
import type { Context } from '../context.ts'
import { type EntryFilter, entriesMatching } from '../modules/audit/index.ts'
import { csvLine } from './csv.ts'
import type { Download } from './download.ts'

export const auditFormats = ['csv', 'ndjson'] as const
export type AuditFormat = (typeof auditFormats)[number]

/** As the list of entries is filtered. */
export type AuditRange = Omit<EntryFilter, 'tenantId'>

/** The audit log from its first entry on, each with its hashes, so that the chain can be computed again elsewhere. */
export async function auditExport(
  ctx: Context,
  tenantId: string,
  { format, ...range }: AuditRange & { readonly format: AuditFormat },
): Promise<Download> {
  permit(ctx.viewer, tenantId, 'audit.read')
  const slug = await ctx.write(async (tx) => {
    await audit(tx, ctx, { tenantId, action: 'auditExport', after: { format, ...range } })
    return (await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { slug: true } })).slug
  })
  const name = `${slug}-audit-${ctx.app.now().toISOString().slice(0, 10)}.${format}`
  const entries = entriesOf(ctx, tenantId, range)
  return format === 'csv'
    ? { name, type: 'text/csv; charset=utf-8', content: csvOf(entries) }
    : { name, type: 'application/x-ndjson; charset=utf-8', content: linesOf(entries) }
}

/** In pieces, each in a transaction of its own: the log only grows, and nothing of it is held. */
async function* entriesOf({ app }: Context, tenantId: string, range: AuditRange) {
  const matching = entriesMatching({ ...range, tenantId })
  for (let after = 0; ; ) {
    const rows: AuditEntry[] = await app.database.asTenants({ tenants: [tenantId], user: null }, (tx) =>
      tx.auditEntry.findMany({
        where: { AND: [matching, { number: { gt: after } }] },
        orderBy: { number: 'asc' },
        take: batch,
      }),
    )
    yield* rows
    after = rows.at(-1)?.number ?? after
    if (rows.length < batch) return
  }
}

const batch = 1_000

async function* linesOf(entries: AsyncIterable<AuditEntry>): AsyncGenerator<string> {
  for await (const entry of entries) yield `${JSON.stringify(entry)}\n`
}

async function* csvOf(entries: AsyncIterable<AuditEntry>): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(columns)}`
  for await (const entry of entries)
    yield csvLine(columns.map((column) => (column === 'at' ? entry.at.toISOString() : entry[column])))
}

const columns = [
  'number',
  'at',
  'actorKind',
  'actorId',
  'actorName',
  'partnerId',
  'action',
  'subjectKind',
  'subjectId',
  'before',
  'after',
  'address',
  'requestId',
  'previousHash',
  'hash',
] as const satisfies readonly (keyof AuditEntry)[]
