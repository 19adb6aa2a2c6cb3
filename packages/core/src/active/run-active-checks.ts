import type { Answer, FeatureId, VulnerabilityFact } from '../facts.ts'
import type { Reach } from '../probe/reach.ts'
import type { AddressedTarget } from '../target.ts'
import { activeChecks } from './active-checks.ts'
import type { ActiveCheck, ActiveContext, CheckResult } from './check.ts'
import { unanswered, unclear } from './verdicts.ts'

export interface ActiveOptions {
  /** The tenant says that the server is its own. Without it no check that needs permission sends a byte. */
  readonly allowActive: boolean
  /** Whether checks that do what any client does are asked too; as `allowActive` by default. */
  readonly ordinary?: boolean
  /** Milliseconds to wait for an answer that may rightly never come; 1,500 by default. */
  readonly patience?: number
}

/**
 * Every check, side by side within the budget of `reach`. Resolves to an entry for each vulnerability and feature that the
 * checks answer: what was not asked is unknown, with the reason.
 */
export async function runActiveChecks(
  target: AddressedTarget,
  reach: Reach,
  facts: ActiveContext['facts'],
  { allowActive, ordinary = allowActive, patience = 1_500 }: ActiveOptions,
): Promise<CheckResult> {
  const context: ActiveContext = { target, reach, facts, patience }
  const results = await Promise.all(
    activeChecks.map((check) => {
      if (check.needs === 'permission' && !allowActive) return unasked(check, 'needs-permission')
      if (check.needs === 'nothing' && !ordinary) return unasked(check, 'not-asked')
      return check.run(context)
    }),
  )
  return join(results)
}

function unasked({ answers }: ActiveCheck, reason: 'needs-permission' | 'not-asked'): CheckResult {
  return {
    vulnerabilities: answers.vulnerabilities.map((id) => unclear(id, reason)),
    features: Object.fromEntries(answers.features.map((id) => [id, unanswered(reason)])),
  }
}

function join(results: readonly CheckResult[]): CheckResult {
  const vulnerabilities: VulnerabilityFact[] = []
  const features: Partial<Record<FeatureId, Answer>> = {}
  for (const result of results) {
    vulnerabilities.push(...result.vulnerabilities)
    Object.assign(features, result.features)
  }
  return { vulnerabilities, features }
}
