import type { Facts } from '@sundown/core/facts'
import type { Tx } from '@sundown/db'
import type { Connections } from '../../../connections.ts'
import type { RegradeJob } from '../../../jobs/contracts.ts'
import { judgeFor } from '../../../judging/judge-for.ts'
import { overallScore, overallVerdict } from '../../../judging/overall.ts'
import { replaceFindings } from '../../../judging/replace-findings.ts'
import { type Rulings, rulingsOf } from '../../../judging/rulings.ts'
import { regradeHistoryStep } from '../history.ts'
import { type StoredPeer, storedPeers } from '../stored-facts.ts'
import { resultAnswer, writeEndpoints, writeResults, writeScans } from '../write-answers.ts'

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

/** Judges the newest result of every endpoint for today. */
export async function regradeNewest({ database, now, log }: Connections, { tenantId }: RegradeJob, stop: AbortSignal) {
  let endpoints = 0
  for (let after: string | null = null; ; ) {
    stop.throwIfAborted()
    const reach = { tenants: [tenantId], user: null }
    const peers: StoredPeer[] = await database.asTenants(reach, async (tx) => {
      if (!(await tx.tenant.findFirst({ where: { id: tenantId }, select: { id: true } }))) return []
      const rulings = await rulingsOf(tx, tenantId)
      const next = await storedPeers(tx, tenantId, after, batch)
      await regradePeers(tx, tenantId, next, rulings, now())
      return next
    })
    endpoints += peers.length
    after = peers.at(-1)?.endpoint.id ?? null
    if (peers.length < batch) break
  }
  log.info({ tenantId, endpoints }, 'regraded')
}

/** Judges every older result for its own day, from where it stood. */
export async function regradeHistory({ database, now, log }: Connections, { tenantId }: RegradeJob, stop: AbortSignal) {
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

/** Judges some endpoints' newest results and writes what they say, in a handful of statements. */
async function regradePeers(
  tx: Tx,
  tenantId: string,
  peers: readonly StoredPeer[],
  rulings: Rulings,
  now: Date,
): Promise<void> {
  const judged = peers.flatMap(({ endpoint, seen }) =>
    seen.length === 0
      ? []
      : [
          {
            endpoint,
            said: seen.map(({ result, facts }) => ({ result, judgement: judgeFor(endpoint, facts, rulings, now) })),
          },
        ],
  )
  const policyId = rulings.policy.id
  const answers = judged.flatMap(({ endpoint, said }) => {
    const verdict = overallVerdict(said.map(({ judgement }) => judgement.verdict))
    const score = overallScore(said.map(({ judgement }) => judgement.score))
    return endpoint.lastScanId ? [{ id: endpoint.id, scanId: endpoint.lastScanId, verdict, score }] : []
  })
  const said = judged.flatMap(({ said }) => said)
  await writeResults(
    tx,
    tenantId,
    policyId,
    said.map(({ result, judgement }) => resultAnswer(result.id, judgement)),
  )
  await writeScans(
    tx,
    tenantId,
    answers.map(({ scanId, verdict, score }) => ({ id: scanId, verdict, score })),
  )
  await replaceFindings(
    tx,
    tenantId,
    judged.map(({ endpoint }) => endpoint.id),
    said.map(({ result, judgement }) => ({
      endpointId: result.endpointId,
      resultId: result.id,
      findings: judgement.findings,
    })),
  )
  await writeEndpoints(tx, tenantId, policyId, now, answers)
}

/** Asks for a regrade of every tenant: daily, since time alone moves answers, and whenever a deadline moves. */
export async function regradeAll({ database, queue }: Connections): Promise<void> {
  const tenants = await database.asKeeper((tx) => tx.tenant.findMany({ select: { id: true } }))
  for (const { id } of tenants)
    await database.asTenants({ tenants: [id], user: null }, (tx) => queue.enqueueRegrade(tx, id))
}
