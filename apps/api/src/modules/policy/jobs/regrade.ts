import type { Facts } from '@sundown/core/facts'
import type { Tx } from '@sundown/db'
import type { Connections } from '../../../connections.ts'
import type { RegradeJob } from '../../../jobs/contracts.ts'
import { judgeFor } from '../../../judge-for.ts'
import { overallScore, overallVerdict } from '../../../overall.ts'
import { replaceFindings } from '../../../replace-findings.ts'
import { type Rulings, rulingsOf } from '../../../rulings.ts'
import { regradeHistoryStep } from '../history.ts'
import { type StoredPeer, storedPeers } from '../stored-facts.ts'

const batch = 100

/**
 * Judges a tenant again, from stored facts, under the rulings of this moment: every endpoint's newest result first, then
 * all older ones. Each batch commits by itself. Newest results that are cut short are done again from the start, with
 * the same outcome; history goes on where it stood.
 */
export async function regradeTenant(connections: Connections, job: RegradeJob, stop: AbortSignal): Promise<void> {
  await regradeNewest(connections, job, stop)
  await regradeHistory(connections, job, stop)
}

async function regradeNewest({ database, now, log }: Connections, { tenantId }: RegradeJob, stop: AbortSignal) {
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

async function regradeHistory({ database, now, log }: Connections, { tenantId }: RegradeJob, stop: AbortSignal) {
  const started = performance.now()
  const facts = new Map<string, Facts>()
  const sum = { scans: 0, changed: 0 }
  for (let finished = false; !finished; ) {
    stop.throwIfAborted()
    const step = await database.asTenants({ tenants: [tenantId], user: null }, async (tx) => {
      if (!(await tx.tenant.findFirst({ where: { id: tenantId }, select: { id: true } }))) return null
      return regradeHistoryStep(tx, tenantId, await rulingsOf(tx, tenantId), now(), facts)
    })
    finished = step?.finished ?? true
    sum.scans += step?.scans ?? 0
    sum.changed += step?.changed ?? 0
  }
  if (sum.scans > 0)
    log.info({ tenantId, ...sum, milliseconds: Math.round(performance.now() - started) }, 'history regraded')
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
  if (endpoint.lastScanId)
    await tx.scan.updateMany({ where: { tenantId, id: endpoint.lastScanId }, data: { verdict, score } })
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
