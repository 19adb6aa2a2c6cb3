import { customPolicy, type PolicyProblem } from '@sundown/core/custom-policy'
import type { Verdict } from '@sundown/core/finding'
import { type Policy, policyNamed } from '@sundown/core/policy'
import type { Context } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { judgeFor } from '../../judge-for.ts'
import { overallScore, overallVerdict } from '../../overall.ts'
import { rulings, rulingsUnder } from './loaders.ts'
import { storedPeers } from './stored-facts.ts'

/** Endpoints that a preview judges at most; a sample of a larger tenant still shows the direction. */
const most = 2_000

export interface PolicyPreview {
  readonly problems: readonly PolicyProblem[]
  readonly endpoints: number
  readonly scoreNow: number | null
  readonly scoreThen: number | null
  readonly moves: readonly { readonly from: Verdict; readonly to: Verdict; readonly count: number }[]
}

/** What a policy would change, judged from stored facts and written nowhere. */
export async function previewPolicy(
  context: Context,
  tenantId: string,
  policyId: string,
  changes: unknown,
): Promise<PolicyPreview> {
  const wanted = await wantedPolicy(context, tenantId, policyId, changes)
  const nothing = { problems: [], endpoints: 0, scoreNow: null, scoreThen: null, moves: [] }
  if (!wanted.ok) return { ...nothing, problems: wanted.problems }
  const present = await rulings(context, tenantId)
  const now = context.app.now()
  const moves = new Map<string, { from: Verdict; to: Verdict; count: number }>()
  const scores = { now: [] as number[], later: [] as number[] }
  let endpoints = 0
  for (let after: string | null = null; endpoints < most; ) {
    const peers = await context.read((tx) => storedPeers(tx, tenantId, after, 200))
    for (const { endpoint, seen } of peers) {
      const judged = (policy: Policy) => seen.map(({ facts }) => judgeFor(endpoint, facts, { ...present, policy }, now))
      const [before, later] = [judged(present.policy), judged(wanted.policy)]
      const [from, to] = [overallVerdict(before.map((j) => j.verdict)), overallVerdict(later.map((j) => j.verdict))]
      if (from !== to) moves.set(`${from} ${to}`, { from, to, count: (moves.get(`${from} ${to}`)?.count ?? 0) + 1 })
      scores.now.push(...[overallScore(before.map((j) => j.score))].filter((score) => score !== null))
      scores.later.push(...[overallScore(later.map((j) => j.score))].filter((score) => score !== null))
    }
    endpoints += peers.length
    after = peers.at(-1)?.endpoint.id ?? null
    if (peers.length < 200) break
  }
  return {
    problems: [],
    endpoints,
    scoreNow: average(scores.now),
    scoreThen: average(scores.later),
    moves: [...moves.values()],
  }
}

async function wantedPolicy(context: Context, tenantId: string, policyId: string, changes: unknown) {
  if (changes === null) {
    const under = await rulingsUnder(context, tenantId, policyId)
    if (!under) throw notFound('policy', ['policyId'])
    return { ok: true as const, policy: under.policy }
  }
  const base = policyNamed(policyId)
  if (!base) throw notFound('policy', ['policyId'])
  return customPolicy(base, 'preview', 'preview', changes)
}

const average = (scores: readonly number[]) =>
  scores.length === 0 ? null : Math.round(scores.reduce((sum, score) => sum + score, 0) / scores.length)
