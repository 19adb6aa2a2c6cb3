import { type ProtocolVersion, protocolVersions } from '@sundown/core/facts'
import { type Verdict, verdicts } from '@sundown/core/finding'
import type { Context } from '../../context.ts'

export interface Tally {
  readonly endpoints: number
  readonly unscanned: number
  readonly averageScore: number | null
  readonly verdicts: readonly { readonly verdict: Verdict; readonly count: number }[]
}

const tallies = (context: Context) => {
  const known = new Map<string, Promise<Tally>>()
  return (tenantId: string) => {
    if (!known.has(tenantId)) known.set(tenantId, readTally(context, tenantId))
    return known.get(tenantId) as Promise<Tally>
  }
}

/** Counts over the watched endpoints, once per request. */
export function tallyOf(context: Context, tenantId: string): Promise<Tally> {
  context.saw(tenantId)
  return context.once(tallies)(tenantId)
}

async function readTally(context: Context, tenantId: string): Promise<Tally> {
  const groups = await context.read((tx) =>
    tx.endpoint.groupBy({
      by: ['verdict'],
      where: { tenantId, deletedAt: null },
      _count: { _all: true, score: true },
      _sum: { score: true },
    }),
  )
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
