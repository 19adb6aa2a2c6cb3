import type { Facts } from '@sundown/core/facts'
import type { Endpoint, ScanResult, Tx } from '@sundown/db'

export interface StoredPeer {
  readonly endpoint: Endpoint
  /** The newest scan's results that have facts. */
  readonly seen: readonly { readonly result: ScanResult; readonly facts: Facts }[]
}

/** The next watched endpoints behind an id, in id order, with what their newest scan saw. */
export async function storedPeers(tx: Tx, tenantId: string, after: string | null, take: number): Promise<StoredPeer[]> {
  const endpoints = await tx.endpoint.findMany({
    where: { tenantId, deletedAt: null, lastScanId: { not: null }, ...(after ? { id: { gt: after } } : {}) },
    orderBy: { id: 'asc' },
    take,
  })
  const scanIds = endpoints.flatMap((endpoint) => endpoint.lastScanId ?? [])
  const results = await tx.scanResult.findMany({ where: { tenantId, scanId: { in: scanIds } } })
  const hashes = [...new Set(results.flatMap((result) => result.factsHash ?? []))]
  const sets = await tx.factSet.findMany({ where: { tenantId, hash: { in: hashes } } })
  const factsOf = new Map(sets.map((set) => [set.hash, set.facts as unknown as Facts]))
  return endpoints.map((endpoint) => ({
    endpoint,
    seen: results.flatMap((result) => {
      const facts =
        result.scanId === endpoint.lastScanId && result.factsHash ? factsOf.get(result.factsHash) : undefined
      return facts ? [{ result, facts }] : []
    }),
  }))
}
