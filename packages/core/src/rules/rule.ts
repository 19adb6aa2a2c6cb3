/** One question to one peer's facts. A rule says what is so; how much it matters is the policy's business. */

import type { Profile } from '../clients/profile.ts'
import type { Simulation } from '../clients/simulate.ts'
import type { CodePoint, Facts, ProtocolVersion, UnknownReason } from '../facts.ts'
import type { StarttlsKind } from '../target.ts'
import type { CipherSuiteTraits } from './cipher-suite-traits.ts'
import type { EndpointRole } from './finding.ts'
import type { Source } from './source.ts'

/** Limits that a standard sets and rules measure against; `null` is no limit. Part of a policy. */
export interface Parameters {
  readonly versions: readonly ProtocolVersion[]
  /** Suites allowed up to TLS 1.2 and in TLS 1.3. */
  readonly cipherSuites: readonly number[] | null
  readonly groups: readonly number[] | null
  readonly rsaBits: number
  readonly ecBits: number
  readonly dhBits: number
  /** A certificate that ends within so many days is at risk. */
  readonly certificateWarningDays: number
  readonly certificateMaxDays: number | null
  /** Smallest hash, in bits, that the certificates below the root may be signed with: 160 is SHA-1, 256 is SHA-256. */
  readonly certificateHashBits: number | null
}

export interface AcceptedSuite {
  readonly suite: CodePoint
  readonly traits: CipherSuiteTraits
  readonly versions: readonly ProtocolVersion[]
}

/** Everything a rule may look at; derived once for all rules. */
export interface RuleContext {
  readonly facts: Facts
  readonly role: EndpointRole
  /** Milliseconds since 1970, the instant that dates are judged against. */
  readonly now: number
  readonly host: string | null
  readonly serverName: string | null
  readonly starttls: StarttlsKind | null
  readonly parameters: Parameters
  /** Who connects to this endpoint, see DESIGN section 4. */
  readonly peer: Profile
  readonly handshake: Simulation
  readonly accepted: readonly AcceptedSuite[]
  /** Reason why the suite lists are not whole, null where they are. */
  readonly suitesUnknown: UnknownReason | null
  /** Next announced date that concerns the endpoint, ISO 8601 day. */
  readonly nextDeadline: string | null
}

export type Judged<K extends string = string> =
  | { readonly outcome: 'pass' | 'fail'; readonly evidence: Readonly<Record<K, string>> }
  | { readonly outcome: 'not-applicable' }
  | { readonly outcome: 'unknown'; readonly reason: UnknownReason }

export interface Rule<K extends string = string> {
  /** Kebab-case question answerable by yes or no, without a severity in it. */
  readonly id: string
  readonly question: string
  /** Facts it reads; what was not asked makes it `unknown`, never `fail`. */
  readonly needs: readonly (keyof Facts)[]
  /** Names of the values that fill the placeholders of its texts. */
  readonly evidence: readonly K[]
  readonly sources: readonly Source[]
  /** Judges also when the peer never got as far as TLS, for instance when STARTTLS was refused. */
  readonly judgesUnobserved?: boolean
  readonly applies: (context: RuleContext) => boolean
  readonly judge: (context: RuleContext) => Judged<K>
}

/** Keeps the literal type of the evidence names, so that the catalogue entry is checked against them. */
export const rule = <const K extends string = never>(definition: Rule<K>): Rule<K> => definition

export const pass = <const E extends Record<string, string>>(evidence: E) => ({ outcome: 'pass', evidence }) as const
export const fail = <const E extends Record<string, string>>(evidence: E) => ({ outcome: 'fail', evidence }) as const
export const unknown = (reason: UnknownReason) => ({ outcome: 'unknown', reason }) as const
export const notApplicable = { outcome: 'not-applicable' } as const

/** Asks one rule; where the peer was not observed the answer is the reason why. */
export function ask(subject: Rule, context: RuleContext): Judged {
  if (context.facts.status !== 'OBSERVED' && !subject.judgesUnobserved)
    return unknown(context.facts.reason ?? 'not-asked')
  return subject.applies(context) ? subject.judge(context) : notApplicable
}
