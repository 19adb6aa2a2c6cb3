import type { Tx } from '@sundown/db'
import type { Connections } from '../../../connections.ts'
import type { RegradeJob } from '../../../jobs/contracts.ts'
import { judgeFor } from '../../../judge-for.ts'
import { overallScore, overallVerdict } from '../../../overall.ts'
import { replaceFindings } from '../../../replace-findings.ts'
import { type Rulings, rulingsOf } from '../../../rulings.ts'
import { type StoredPeer, storedPeers } from '../stored-facts.ts'

const batch = 100

/**
 * Judges the newest result of every endpoint of a tenant again, from stored facts, under the rulings of this moment.
 * Each batch commits by itself; one that is cut short is done again from the start, with the same outcome.
 */
export async function regradeTenant({ database, now, log }: Connections, { tenantId }: RegradeJob, stop: AbortSignal) {
  let endpoints = 0
  for (let after: string | null = null; ; ) {
    stop.throwIfAborted()
    const reach = { tenants: [tenantId], user: null }
    const peers: StoredPeer[] = await database.asTenants(reach, async (tx) => {
      if (!(await tx.tenant.findFirst({ where: { id: tenantId }, select: { id: true } }))) return []
      const rulings = await rulingsOf(tx, tenantId)
      const next = await storedPeers(tx, tenantId, after, batch)
      for (const peer of next) await regradePeer(tx, peer, rulings, now())
      return next
    })
    endpoints += peers.length
    after = peers.at(-1)?.endpoint.id ?? null
    if (peers.length < batch) break
  }
  log.info({ tenantId, endpoints }, 'regraded')
}

async function regradePeer(tx: Tx, { endpoint, seen }: StoredPeer, rulings: Rulings, now: Date): Promise<void> {
  if (seen.length === 0) return
  const { tenantId, id } = endpoint
  const judged = seen.map(({ result, facts }) => ({ result, judgement: judgeFor(endpoint, facts, rulings, now) }))
  const common = { policyId: rulings.policy.id, judgedAt: now }
  for (const { result, judgement } of judged)
    await tx.scanResult.updateMany({
      where: { tenantId, id: result.id },
      data: { ...common, verdict: judgement.verdict, score: judgement.score, because: [...judgement.because] },
    })
  await replaceFindings(
    tx,
    endpoint,
    judged.map(({ result, judgement }) => ({ resultId: result.id, findings: judgement.findings })),
  )
  const verdict = overallVerdict(judged.map(({ judgement }) => judgement.verdict))
  const score = overallScore(judged.map(({ judgement }) => judgement.score))
  // Only while the judged scan is still the newest: a scan that ended meanwhile has judged under the present rulings.
  await tx.endpoint.updateMany({
    where: { tenantId, id, lastScanId: endpoint.lastScanId },
    data: { ...common, verdict, score },
  })
}

/** Asks for a regrade of every tenant: daily, since time alone moves answers, and whenever a deadline moves. */
export async function regradeAll({ database, queue }: Connections): Promise<void> {
  const tenants = await database.asKeeper((tx) => tx.tenant.findMany({ select: { id: true } }))
  for (const { id } of tenants)
    await database.asTenants({ tenants: [id], user: null }, (tx) => queue.enqueueRegrade(tx, id))
}
