import type { Outcome, Severity } from '@sundown/core/rules'
import { severities } from '@sundown/core/rules'
import type { Context } from '../../context.ts'
import { judgeFor } from '../../judging/judge-for.ts'
import { endpointByKey } from '../endpoint/index.ts'
import { rulingsUnder } from '../policy/index.ts'
import { factsOf, type ResultRow } from '../result/index.ts'
import { type SituatedFinding, stackOf } from './texts.ts'

const outcomeOrder: readonly Outcome[] = ['fail', 'unknown', 'pass', 'not-applicable']

/**
 * What the rules say of a result, judged from the stored facts under the policy and at the instant that gave its
 * verdict. Empty where nothing was seen.
 */
export async function findingsOf(context: Context, result: ResultRow): Promise<readonly SituatedFinding[]> {
  const facts = await factsOf(context, result)
  const endpoint = await endpointByKey(context, { tenantId: result.tenantId, id: result.endpointId })
  if (!facts || !endpoint) return []
  const rulings = await rulingsUnder(context, result.tenantId, result.policyId)
  if (!rulings) return []
  const { findings } = judgeFor(endpoint, facts, rulings, result.judgedAt)
  const stack = stackOf(endpoint.stack, facts)
  return findings
    .map((finding) => ({ ...finding, stack }))
    .sort(
      (a, b) =>
        outcomeOrder.indexOf(a.outcome) - outcomeOrder.indexOf(b.outcome) ||
        weight(a.severity) - weight(b.severity) ||
        b.cost - a.cost,
    )
}

const weight = (severity: Severity) => severities.indexOf(severity)
