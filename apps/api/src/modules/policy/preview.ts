import { customPolicy, type PolicyProblem } from '@sundown/core/custom-policy'
import type { Verdict } from '@sundown/core/finding'
import { type Policy, policyNamed } from '@sundown/core/policy'
import type { Endpoint } from '@sundown/db'
import type { Context } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { judgeFor } from '../../judging/judge-for.ts'
import { overallScore, overallVerdict } from '../../judging/overall.ts'
import { rulings, rulingsUnder } from './loaders.ts'
import { storedPeers } from './stored-facts.ts'

/** Endpoints that a preview judges at most; a sample of a larger tenant still shows the direction. */
const most = 2_000

/** One endpoint whose answer would be another one. */
export interface PolicyChange {
  readonly endpoint: Endpoint
  readonly verdictNow: Verdict
  readonly verdictThen: Verdict
  readonly scoreNow: number | null
  readonly scoreThen: number | null
}

export interface PolicyPreview {
  readonly problems: readonly PolicyProblem[]
  readonly endpoints: number
  /** Whether every endpoint with facts was judged. */
  readonly complete: boolean
  readonly scoreNow: number | null
  readonly scoreThen: number | null
  readonly moves: readonly { readonly from: Verdict; readonly to: Verdict; readonly count: number }[]
  /** Endpoints whose verdict or score would change, those with another verdict first, then by how far the score moves. */
  readonly changes: readonly PolicyChange[]
}

const nothing = { problems: [], endpoints: 0, complete: true, scoreNow: null, scoreThen: null, moves: [], changes: [] }

/** What a policy would change, judged from stored facts and written nowhere. */
export async function previewPolicy(
  context: Context,
  tenantId: string,
  policyId: string,
  changes: unknown,
): Promise<PolicyPreview> {
  const wanted = await wantedPolicy(context, tenantId, policyId, changes)
  if (!wanted.ok) return { ...nothing, problems: wanted.problems }
  const present = await rulings(context, tenantId)
  const now = context.app.now()
  const answers: PolicyChange[] = []
  let complete = false
  for (let after: string | null = null; answers.length < most && !complete; ) {
    const peers = await context.read((tx) => storedPeers(tx, tenantId, after, 200))
    for (const { endpoint, seen } of peers) {
      const judged = (policy: Policy) => seen.map(({ facts }) => judgeFor(endpoint, facts, { ...present, policy }, now))
      const [before, later] = [judged(present.policy), judged(wanted.policy)]
      answers.push({
        endpoint,
        verdictNow: overallVerdict(before.map((j) => j.verdict)),
        verdictThen: overallVerdict(later.map((j) => j.verdict)),
        scoreNow: overallScore(before.map((j) => j.score)),
        scoreThen: overallScore(later.map((j) => j.score)),
      })
    }
    after = peers.at(-1)?.endpoint.id ?? null
    complete = peers.length < 200
  }
  return {
    problems: [],
    endpoints: answers.length,
    complete,
    scoreNow: average(answers.flatMap(({ scoreNow }) => scoreNow ?? [])),
    scoreThen: average(answers.flatMap(({ scoreThen }) => scoreThen ?? [])),
    moves: movesOf(answers),
    changes: answers.filter(isChange).toSorted((a, b) => weight(b) - weight(a)),
  }
}

const isChange = ({ verdictNow, verdictThen, scoreNow, scoreThen }: PolicyChange): boolean =>
  verdictNow !== verdictThen || scoreNow !== scoreThen

const weight = ({ verdictNow, verdictThen, scoreNow, scoreThen }: PolicyChange): number =>
  (verdictNow === verdictThen ? 0 : 1_000) + Math.abs((scoreNow ?? 0) - (scoreThen ?? 0))

function movesOf(answers: readonly PolicyChange[]): PolicyPreview['moves'] {
  const moves = new Map<string, { from: Verdict; to: Verdict; count: number }>()
  for (const { verdictNow: from, verdictThen: to } of answers)
    if (from !== to) moves.set(`${from} ${to}`, { from, to, count: (moves.get(`${from} ${to}`)?.count ?? 0) + 1 })
  return [...moves.values()]
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
