import type { Facts } from '@sundown/core/facts'
import type { ScanResult } from '@sundown/db'
import { batched } from '../../batch.ts'
import type { Context } from '../../context.ts'
import type { TenantKey } from '../../global-id.ts'
import type { ScanRow } from '../scan/index.ts'

export type ResultRow = ScanResult

const textOf = ({ tenantId, id }: TenantKey) => `${tenantId}${id}`

const byKey = (context: Context) =>
  batched<TenantKey, ResultRow>(async (keys) => {
    const where = { tenantId: { in: keys.map((key) => key.tenantId) }, id: { in: keys.map((key) => key.id) } }
    const rows = await context.read((tx) => tx.scanResult.findMany({ where }))
    const found = new Map(rows.map((row) => [textOf(row), row]))
    return keys.map((key) => found.get(textOf(key)) ?? null)
  }, textOf)

export function resultByKey(context: Context, key: TenantKey): Promise<ResultRow | null> {
  context.saw(key.tenantId, { kind: 'ScanResult', id: key.id })
  return context.once(byKey)(key)
}

const byScan = (context: Context) =>
  batched<TenantKey, readonly ResultRow[]>(async (scans) => {
    const rows = await context.read((tx) =>
      tx.scanResult.findMany({
        where: { tenantId: { in: scans.map((scan) => scan.tenantId) }, scanId: { in: scans.map((scan) => scan.id) } },
        orderBy: { address: 'asc' },
      }),
    )
    return scans.map((scan) => rows.filter((row) => row.tenantId === scan.tenantId && row.scanId === scan.id))
  }, textOf)

export const resultsOf = async (context: Context, scan: ScanRow): Promise<readonly ResultRow[]> =>
  (await context.once(byScan)({ tenantId: scan.tenantId, id: scan.id })) ?? []

interface FactsKey {
  readonly tenantId: string
  readonly hash: string
}

const factsNameOf = ({ tenantId, hash }: FactsKey) => `${tenantId}${hash}`

const byHash = (context: Context) =>
  batched<FactsKey, Facts>(async (keys) => {
    const rows = await context.read((tx) =>
      tx.factSet.findMany({
        where: { tenantId: { in: keys.map((key) => key.tenantId) }, hash: { in: keys.map((key) => key.hash) } },
      }),
    )
    const found = new Map(rows.map((row) => [factsNameOf(row), row.facts as unknown as Facts]))
    return keys.map((key) => found.get(factsNameOf(key)) ?? null)
  }, factsNameOf)

/** What was seen, by content; null where nothing was. */
export const factsOf = async (context: Context, { tenantId, factsHash }: ResultRow): Promise<Facts | null> =>
  factsHash ? context.once(byHash)({ tenantId, hash: factsHash }) : null
