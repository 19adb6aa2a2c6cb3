/** The report of one scan of one address: `sundown.report/1`. */
import type { Facts } from '../facts.ts'
import type { Letter } from '../policy/letter.ts'
import type { EndpointRole, Finding, Verdict } from '../rules/finding.ts'
import type { AddressedTarget } from '../target.ts'

export interface Cost {
  readonly connections: number
  readonly milliseconds: number
  /** How many of the connections were for what; one that answers several questions is counted once. */
  readonly questions?: Readonly<Record<string, number>> | undefined
}

/** What `judge` adds to facts. Recomputed whenever rules, policy or dates change. */
export interface Judgement {
  readonly policyId: string
  readonly role: EndpointRole
  /** The instant that dates were judged against, ISO 8601. */
  readonly judgedAt: string
  readonly verdict: Verdict
  /** Rule ids that decided the verdict, most decisive first. */
  readonly because: readonly string[]
  /** 0 to 100, or null where the verdict is UNKNOWN. */
  readonly score: number | null
  /** What held the score away from 100 less the costs: a rule's cap, the band of the verdict, or what the absence of TLS 1.2 would cost; null where nothing did. */
  readonly scoreHeldBy: { readonly by: string; readonly at: number } | null
  /** Whether everything that the policy demands holds; null where that cannot be told. */
  readonly conforms: boolean | null
  /** The SSL Labs letter as hygiene; null where not everything that it needs was observed. Says nothing about Microsoft 365. */
  readonly letter: Letter | null
  readonly findings: readonly Finding[]
}

/** Facts flattened beside their target, cost and judgement. */
export interface Report extends Omit<Facts, 'schema'>, Judgement {
  readonly schema: 'sundown.report/1'
  readonly target: AddressedTarget
  readonly cost: Cost
}
