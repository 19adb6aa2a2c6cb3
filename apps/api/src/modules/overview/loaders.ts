import { type ProtocolVersion, protocolVersions } from '@sundown/core/facts'
import { type Verdict, verdicts } from '@sundown/core/finding'
import { batched } from '../../batch.ts'
import type { Context } from '../../context.ts'

export interface Tally {
  readonly endpoints: number
  readonly unscanned: number
  readonly averageScore: number | null
  readonly verdicts: readonly { readonly verdict: Verdict; readonly count: number }[]
}

const tallies = (context: Context) =>
  batched<string, Tally>(async (tenantIds) => {
    const rows = await context.read((tx) =>
      tx.endpoint.groupBy({
        by: ['tenantId', 'verdict'],
        where: { tenantId: { in: [...tenantIds] }, deletedAt: null },
        _count: { _all: true, score: true },
        _sum: { score: true },
      }),
    )
    const byTenant = Map.groupBy(rows, (row) => row.tenantId)
    return tenantIds.map((id) => tallyFrom(byTenant.get(id) ?? []))
  })

/** Counts over the watched endpoints, once per request; those of many tenants are one statement. */
export async function tallyOf(context: Context, tenantId: string): Promise<Tally> {
  context.saw(tenantId)
  return (await context.once(tallies)(tenantId)) ?? tallyFrom([])
}

/** Counts over the watched endpoints of several tenants together. */
export async function tallyOver(context: Context, tenantIds: readonly string[]): Promise<Tally> {
  for (const id of tenantIds) context.saw(id)
  if (tenantIds.length === 0) return tallyFrom([])
  const rows = await context.read((tx) =>
    tx.endpoint.groupBy({
      by: ['verdict'],
      where: { tenantId: { in: [...tenantIds] }, deletedAt: null },
      _count: { _all: true, score: true },
      _sum: { score: true },
    }),
  )
  return tallyFrom(rows)
}

interface VerdictGroup {
  readonly verdict: Verdict | null
  readonly _count: { readonly _all: number; readonly score: number }
  readonly _sum: { readonly score: number | null }
}

function tallyFrom(groups: readonly VerdictGroup[]): Tally {
  const scored = groups.reduce((sum, group) => sum + group._count.score, 0)
  const points = groups.reduce((sum, group) => sum + (group._sum.score ?? 0), 0)
  const countOf = (verdict: Verdict | null) => groups.find((group) => group.verdict === verdict)?._count._all ?? 0
  return {
    endpoints: groups.reduce((sum, group) => sum + group._count._all, 0),
    unscanned: countOf(null),
    averageScore: scored === 0 ? null : Math.round(points / scored),
    verdicts: verdicts.map((verdict) => ({ verdict, count: countOf(verdict) })),
  }
}

export const scansRunningOf = (context: Context, tenantId: string): Promise<number> =>
  context.read((tx) => tx.scan.count({ where: { tenantId, status: { in: ['QUEUED', 'RUNNING'] } } }))

const legacy: readonly ProtocolVersion[] = protocolVersions.filter((v) => v !== 'TLSv1.2' && v !== 'TLSv1.3')

/** Rules whose failure says that a version is accepted. */
const ruleOf = {
  SSLv2: 'accepts-ssl-2',
  SSLv3: 'accepts-ssl-3',
  'TLSv1.0': 'accepts-tls-1-0',
  'TLSv1.1': 'accepts-tls-1-1',
} as Readonly<Record<string, string>>

export async function legacyProtocolsOf(context: Context, tenantId: string) {
  const rows = await context.read((tx) =>
    tx.finding.groupBy({
      by: ['ruleId', 'endpointId'],
      where: {
        tenantId,
        ruleId: { in: Object.values(ruleOf) },
        outcome: 'fail',
        endpoint: { deletedAt: null },
      },
    }),
  )
  return legacy.map((version) => ({ version, count: rows.filter((row) => row.ruleId === ruleOf[version]).length }))
}
