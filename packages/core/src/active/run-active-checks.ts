import type { Answer, FeatureId, VulnerabilityFact, VulnerabilityId } from '../facts.ts'
import type { Reach } from '../probe/reach.ts'
import type { AddressedTarget } from '../target.ts'
import { activeChecks } from './active-checks.ts'
import { offersFor } from './candidates.ts'
import type { ActiveCheck, ActiveContext, CheckResult } from './check.ts'
import { resume13 } from './resume-13.ts'
import type { Resumed13 } from './resumed-13.ts'
import { httpRequest } from './strict-transport-security.ts'
import { answer, notVulnerable, unanswered, unclear } from './verdicts.ts'

export interface ActiveOptions {
  /** The tenant says that the server is its own. Without it no check that needs permission sends a byte. */
  readonly allowActive: boolean
  /** Whether checks that do what any client does are asked too; as `allowActive` by default. */
  readonly ordinary?: boolean
  /** Milliseconds to wait for an answer that may rightly never come; 1,500 by default. */
  readonly patience?: number
  /** What `beginResumption` began. */
  readonly resumed13?: Promise<Resumed13> | null
}

/**
 * Every check, side by side within the budget of `reach`. Resolves to an entry for each vulnerability and feature that the
 * checks answer and the facts do not yet: what was not asked is unknown, with the reason.
 */
export async function runActiveChecks(
  target: AddressedTarget,
  reach: Reach,
  facts: ActiveContext['facts'],
  { allowActive, ordinary = allowActive, patience = usualPatience, resumed13 = null }: ActiveOptions,
): Promise<CheckResult> {
  const begun = resumed13 === null ? {} : { resumed13 }
  const context: ActiveContext = { target, reach, facts, patience, thorough: allowActive, ...begun }
  const results = await Promise.all(
    activeChecks.map((check) => {
      if (isKnown(check, facts)) return nothing
      if (check.needs === 'permission' && !allowActive)
        return settled(check, context) ?? unasked(check, 'needs-permission')
      if (check.needs === 'nothing' && !ordinary) return unasked(check, 'not-asked')
      return check.run(context)
    }),
  )
  return join(results)
}

/**
 * Begins what takes several round trips and needs little to be known: TLS 1.3 sessions, beside the rest of the scan. Null
 * where they are not to be had, or where it cannot yet be told what to say in them.
 */
export function beginResumption(
  target: AddressedTarget,
  reach: Reach,
  facts: ActiveContext['facts'],
): Promise<Resumed13> | null {
  const offersTls13 = facts.protocols.some(({ version, offered }) => version === 'TLSv1.3' && offered)
  const context: ActiveContext = { target, reach, facts, patience: usualPatience }
  const request = httpRequest(context)
  const mayBeHttp = target.starttls === null && target.serverName !== null
  if (!offersTls13 || target.starttls === 'mssql' || (mayBeHttp && request === null)) return null
  const begun = resume13(context, request)
  // Whatever goes wrong in it is met where it is awaited.
  begun.catch(() => undefined)
  return begun
}

/** What the hellos of the scan have shown already is not asked again. */
function isKnown({ answers }: ActiveCheck, { features, vulnerabilities }: ActiveContext['facts']): boolean {
  const isOpen = (id: VulnerabilityId): boolean =>
    !vulnerabilities?.some((fact) => fact.id === id && fact.state !== 'unknown')
  const asksMore = answers.vulnerabilities.length + answers.features.length === 0
  return (
    !asksMore &&
    !answers.vulnerabilities.some(isOpen) &&
    answers.features.every((id) => (features?.[id]?.value ?? null) !== null)
  )
}

/** What the facts alone answer, without a byte sent: null where the question would have to be asked. */
function settled(check: ActiveCheck, context: ActiveContext): CheckResult | null {
  const { id, suites, versions, until, answers } = check
  if (id === 'starttls-injection') {
    return context.target.starttls === null ? unasked({ answers }, 'not-applicable') : null
  }
  const asked = { shape: id, suites, ...(versions ? { versions } : {}), ...(until ? { until } : {}) }
  const ending = offersFor(context, asked)
  if (Array.isArray(ending) || !ending.refusal) return null
  return {
    vulnerabilities: answers.vulnerabilities.map((each) => notVulnerable(each, ending.evidence)),
    features: Object.fromEntries(answers.features.map((each) => [each, answer(false, ending.evidence)])),
  }
}

const usualPatience = 1_500
const nothing: CheckResult = { vulnerabilities: [], features: {} }

function unasked(
  { answers }: Pick<ActiveCheck, 'answers'>,
  reason: 'needs-permission' | 'not-asked' | 'not-applicable',
): CheckResult {
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
  const hsts = results.find((result) => result.hsts !== undefined)?.hsts
  const tolerance = results.find((result) => result.tolerance !== undefined)?.tolerance
  return {
    vulnerabilities,
    features,
    ...(hsts === undefined ? {} : { hsts }),
    ...(tolerance === undefined ? {} : { tolerance }),
  }
}
