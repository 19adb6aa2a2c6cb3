import type { Scan } from '@sundown/db'
import { batched } from '../../batch.ts'
import type { Context } from '../../context.ts'
import type { TenantKey } from '../../global-id.ts'
import type { PageWindow } from '../../graphql/page.ts'
import { keyset } from '../../paging/keyset.ts'

export type ScanRow = Scan

const textOf = ({ tenantId, id }: TenantKey) => `${tenantId}${id}`

const among = (keys: readonly TenantKey[]) => ({
  tenantId: { in: [...new Set(keys.map((key) => key.tenantId))] },
  ids: { in: keys.map((key) => key.id) },
})

const byKey = (context: Context) =>
  batched<TenantKey, ScanRow>(async (keys) => {
    const { tenantId, ids } = among(keys)
    const rows = await context.read((tx) => tx.scan.findMany({ where: { tenantId, id: ids } }))
    const found = new Map(rows.map((row) => [textOf(row), row]))
    return keys.map((key) => found.get(textOf(key)) ?? null)
  }, textOf)

export function scanByKey(context: Context, key: TenantKey): Promise<ScanRow | null> {
  context.saw(key.tenantId, { kind: 'Scan', id: key.id })
  return context.once(byKey)(key)
}

const activeByEndpoint = (context: Context) =>
  batched<TenantKey, ScanRow>(async (keys) => {
    const { tenantId, ids } = among(keys)
    const rows = await context.read((tx) =>
      tx.scan.findMany({
        where: { tenantId, endpointId: ids, status: { in: ['QUEUED', 'RUNNING'] } },
        orderBy: { id: 'asc' },
      }),
    )
    const found = new Map(rows.map((row) => [textOf({ tenantId: row.tenantId, id: row.endpointId }), row]))
    return keys.map((key) => found.get(textOf(key)) ?? null)
  }, textOf)

/** The scan of an endpoint that waits or runs; the newest where there are two. */
export const activeScanOf = (context: Context, endpoint: TenantKey): Promise<ScanRow | null> =>
  context.once(activeByEndpoint)(endpoint)

const newestFirst = { column: 'id', nullable: false }

export async function listScans(context: Context, endpoint: TenantKey, window: PageWindow): Promise<ScanRow[]> {
  const { where, orderBy } = keyset(newestFirst, 'desc', window)
  return context.read((tx) =>
    tx.scan.findMany({
      where: { tenantId: endpoint.tenantId, endpointId: endpoint.id, AND: [where] },
      orderBy,
      take: window.take,
    }),
  )
}

export const countScans = (context: Context, endpoint: TenantKey): Promise<number> =>
  context.read((tx) => tx.scan.count({ where: { tenantId: endpoint.tenantId, endpointId: endpoint.id } }))
