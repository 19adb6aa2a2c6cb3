import type { Judgement } from '@sundown/core/report'
import type { Observation } from '@sundown/core/scan'
import { type Endpoint, newId, storeFacts, type Tx } from '@sundown/db'
import type { Connections } from '../../../connections.ts'
import { announce } from '../../../events.ts'
import type { ScanJob } from '../../../jobs/contracts.ts'
import { overallScore, overallVerdict } from '../../../judging/overall.ts'
import { type JudgedResult, replaceFindings } from '../../../judging/replace-findings.ts'

export interface JudgedObservation {
  readonly observation: Observation
  readonly judgement: Judgement
}

export interface FinishedScan {
  readonly job: ScanJob
  readonly attempt: number
  readonly endpoint: Endpoint
  readonly judged: readonly JudgedObservation[]
  readonly milliseconds: number
}

/**
 * Writes everything that a scan saw in one transaction. Answers false, with nothing written, where the scan was ended
 * meanwhile or another worker has taken it.
 */
export function storeScan({ database, now }: Connections, finished: FinishedScan): Promise<boolean> {
  const { job, attempt, endpoint, judged, milliseconds } = finished
  const { tenantId, scanId } = job
  return database.asTenants({ tenants: [tenantId], user: null }, async (tx) => {
    const verdict = overallVerdict(judged.map(({ judgement }) => judgement.verdict))
    const score = overallScore(judged.map(({ judgement }) => judgement.score))
    const connections = judged.reduce((sum, { observation }) => sum + observation.cost.connections, 0)
    const done = { status: 'COMPLETED' as const, stage: null, progress: 100, finishedAt: now(), error: null }
    const { count } = await tx.scan.updateMany({
      where: { tenantId, id: scanId, attempt, status: 'RUNNING' },
      data: { ...done, verdict, score, connections, milliseconds },
    })
    if (count === 0) return false
    const stored = []
    for (const one of judged) stored.push(await storeResult(tx, finished, one, now()))
    await replaceFindings(tx, tenantId, [endpoint.id], stored)
    const [first] = judged
    await tx.endpoint.updateMany({
      where: { ...samePeer(endpoint), OR: [{ lastScanId: null }, { lastScanId: { lt: scanId } }] },
      data: {
        lastScanId: scanId,
        verdict,
        score,
        policyId: first?.judgement.policyId ?? null,
        judgedAt: first ? new Date(first.judgement.judgedAt) : now(),
      },
    })
    await announce(tx, { kind: 'scan', tenantId, id: scanId, over: true })
    return true
  })
}

/** The endpoint only while it is still what was scanned: a changed address must not get the old one's verdict. */
const samePeer = ({ tenantId, id, host, port, serverName, starttls }: Endpoint) => ({
  tenantId,
  id,
  host,
  port,
  serverName,
  starttls,
})

async function storeResult(
  tx: Tx,
  { job: { tenantId, scanId }, endpoint }: FinishedScan,
  { observation, judgement }: JudgedObservation,
  now: Date,
): Promise<JudgedResult> {
  const { facts, target, cost } = observation
  const [factsHash = ''] = await storeFacts(tx, tenantId, [facts], now)
  const id = newId(now.getTime())
  await tx.scanResult.create({
    data: {
      tenantId,
      id,
      scanId,
      endpointId: endpoint.id,
      address: target.address || target.host,
      status: facts.status,
      reason: facts.reason,
      factsHash,
      verdict: judgement.verdict,
      score: judgement.score,
      because: [...judgement.because],
      policyId: judgement.policyId,
      judgedAt: new Date(judgement.judgedAt),
      connections: cost.connections,
      milliseconds: cost.milliseconds,
    },
  })
  return { endpointId: endpoint.id, resultId: id, findings: judgement.findings }
}
