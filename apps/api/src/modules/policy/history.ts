import { createHash } from 'node:crypto'
import type { Facts } from '@sundown/core/facts'
import type { Judgement } from '@sundown/core/report'
import type { Endpoint, HistoryRegrade, ScanResult, Tx } from '@sundown/db'
import { judgeFor } from '../../judging/judge-for.ts'
import { overallScore, overallVerdict } from '../../judging/overall.ts'
import type { Rulings } from '../../judging/rulings.ts'
import { type ResultAnswer, resultAnswer, type ScanAnswer, writeResults, writeScans } from './write-answers.ts'

/** Scans that one transaction judges; a batch that is cut short is lost as a whole and done again. */
const batch = 1_000

export interface HistoryStep {
  /** Whether all of the history has been judged under the present rulings. */
  readonly finished: boolean
  readonly scans: number
  readonly changed: number
}

/**
 * Judges the next batch of a tenant's older scans, newest first, and remembers where it stands in the same transaction.
 * Each result is judged at the instant of its own scan, so that history says what the present rulings would have said
 * then. An endpoint's newest scan is left alone: it is judged for today.
 */
export async function regradeHistoryStep(
  tx: Tx,
  tenantId: string,
  rulings: Rulings,
  now: Date,
  factsCache: Map<string, Facts>,
): Promise<HistoryStep> {
  const state = await begun(tx, tenantId, rulings, now)
  if (state.finishedAt) return { finished: true, scans: 0, changed: 0 }
  const scans = await tx.scan.findMany({
    where: { tenantId, status: 'COMPLETED', ...(state.lastScanId ? { id: { lt: state.lastScanId } } : {}) },
    orderBy: { id: 'desc' },
    take: batch,
    select: { id: true, endpointId: true, requestedAt: true, finishedAt: true, verdict: true, score: true },
  })
  const endpoints = new Map(
    (
      await tx.endpoint.findMany({
        where: { tenantId, id: { in: [...new Set(scans.map((scan) => scan.endpointId))] } },
      })
    ).map((endpoint) => [endpoint.id, endpoint]),
  )
  const older = scans.filter(({ id, endpointId }) => endpoints.get(endpointId)?.lastScanId !== id)
  const results = await resultsOf(tx, tenantId, older)
  await readFacts(tx, tenantId, results, factsCache)

  const answers = new Map<string, Judgement>()
  const moved: ResultAnswer[] = []
  const movedScans: ScanAnswer[] = []
  let changed = 0
  const byScan = Map.groupBy(results, ({ scanId }) => scanId)
  for (const scan of older) {
    const at = scan.finishedAt ?? scan.requestedAt
    const said = (byScan.get(scan.id) ?? []).map((result) => {
      const facts = result.factsHash ? factsCache.get(result.factsHash) : undefined
      const endpoint = endpoints.get(scan.endpointId)
      if (!facts || !endpoint || !result.factsHash) return result
      const answer = answered(answers, endpoint, result.factsHash, facts, rulings, at)
      if (differs(result, answer)) moved.push({ ...resultAnswer(result.id, answer), at: at.toISOString() })
      if (result.verdict !== answer.verdict || result.score !== answer.score) changed++
      return answer
    })
    const verdict = overallVerdict(said.map((one) => one.verdict))
    const score = overallScore(said.map((one) => one.score))
    if (said.length > 0 && (verdict !== scan.verdict || score !== scan.score))
      movedScans.push({ id: scan.id, verdict, score })
  }
  await writeResults(tx, tenantId, rulings.policy.id, moved)
  await writeScans(tx, tenantId, movedScans)
  const finished = scans.length < batch
  await tx.historyRegrade.update({
    where: { tenantId },
    data: {
      lastScanId: scans.at(-1)?.id ?? state.lastScanId,
      done: state.done + scans.length,
      changed: state.changed + changed,
      finishedAt: finished ? now : null,
    },
  })
  return { finished, scans: scans.length, changed }
}

/** Results of some scans, asked for within the months that they can lie in. */
async function resultsOf(
  tx: Tx,
  tenantId: string,
  scans: readonly { readonly id: string; readonly requestedAt: Date; readonly finishedAt: Date | null }[],
): Promise<ScanResult[]> {
  if (scans.length === 0) return []
  const from = scans.map(({ id }) => id).toSorted()[0] ?? ''
  const until = Math.max(...scans.map(({ requestedAt, finishedAt }) => (finishedAt ?? requestedAt).getTime()))
  return tx.scanResult.findMany({
    where: { tenantId, scanId: { in: scans.map(({ id }) => id) }, id: { gte: from, lt: firstIdAt(until + hour) } },
  })
}

const hour = 3_600_000

/** The smallest UUID of version 7 that is made at an instant. */
function firstIdAt(milliseconds: number): string {
  const digits = Math.floor(milliseconds).toString(16).padStart(12, '0')
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7000-8000-000000000000`
}

const differs = (result: ScanResult, { policyId, verdict, score, because }: Judgement): boolean =>
  result.policyId !== policyId ||
  result.verdict !== verdict ||
  result.score !== score ||
  result.because.join() !== because.join()

/** The tenant's row, locked, and started anew where history was last judged by other rulings. */
async function begun(tx: Tx, tenantId: string, rulings: Rulings, now: Date): Promise<HistoryRegrade> {
  const digest = rulingsDigest(rulings)
  await tx.$executeRaw`SELECT FROM "HistoryRegrade" WHERE "tenantId" = ${tenantId}::uuid FOR UPDATE`
  const known = await tx.historyRegrade.findUnique({ where: { tenantId } })
  if (known?.rulings === digest) return known
  const fresh = {
    rulings: digest,
    policyId: rulings.policy.id,
    lastScanId: null,
    total: await tx.scan.count({ where: { tenantId, status: 'COMPLETED' } }),
    done: 0,
    changed: 0,
    startedAt: now,
    finishedAt: null,
  }
  // Whoever reads the log sees why older answers moved: not by a scan, but by other rulings.
  if (known)
    await tx.auditEntry.createMany({
      data: {
        tenantId,
        actorKind: 'SYSTEM',
        action: 'historyRegrade',
        before: { policyId: known.policyId, rulings: known.rulings },
        after: { policyId: fresh.policyId, rulings: digest },
      },
    })
  return tx.historyRegrade.upsert({ where: { tenantId }, create: { tenantId, ...fresh }, update: fresh })
}

/** What history is judged by, as one name: another policy, cloud or deadline gives another. */
export const rulingsDigest = ({ policy, cloud, deadlines }: Rulings): string =>
  createHash('sha256')
    .update(JSON.stringify([policy, cloud, deadlines]))
    .digest('hex')

/** One answer for all scans of a day that saw the same: dates are days. */
function answered(
  answers: Map<string, Judgement>,
  endpoint: Endpoint,
  hash: string,
  facts: Facts,
  rulings: Rulings,
  at: Date,
): Judgement {
  const key = `${endpoint.id} ${hash} ${at.toISOString().slice(0, 10)}`
  const known = answers.get(key)
  if (known) return known
  const made = judgeFor(endpoint, facts, rulings, at)
  answers.set(key, made)
  return made
}

const mostFacts = 500

async function readFacts(tx: Tx, tenantId: string, results: readonly ScanResult[], cache: Map<string, Facts>) {
  const wanted = new Set(results.flatMap(({ factsHash }) => factsHash ?? []))
  const missing = [...wanted].filter((hash) => !cache.has(hash))
  if (cache.size + missing.length > mostFacts)
    for (const hash of cache.keys()) if (!wanted.has(hash)) cache.delete(hash)
  const sets = await tx.factSet.findMany({ where: { tenantId, hash: { in: missing } } })
  for (const { hash, facts } of sets) cache.set(hash, facts as unknown as Facts)
}
