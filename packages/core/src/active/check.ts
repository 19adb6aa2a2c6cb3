import type { Answer, Facts, FeatureId, HstsFact, ToleranceFact, VulnerabilityFact, VulnerabilityId } from '../facts.ts'
import type { Reach } from '../probe/reach.ts'
import { type SessionVersion, sessionVersions } from '../session/index.ts'
import type { AddressedTarget } from '../target.ts'
import type { CipherSuite } from '../wire/registry/cipher-suite.ts'
import type { ActiveCheckId } from './ids.ts'
import type { Resumed13 } from './resumed-13.ts'

/** Everything that a check may use. */
export interface ActiveContext {
  readonly target: AddressedTarget
  readonly reach: Reach
  /** What is known already, so that a check asks only what can be answered. */
  readonly facts: Pick<Facts, 'protocols'> &
    Partial<Pick<Facts, 'features' | 'vulnerabilities' | 'alpn' | 'deviations'>>
  /** Whether a check may go on where its first answer settles what most want to know; for servers of one's own. */
  readonly thorough?: boolean
  /** TLS 1.3 sessions that were begun already; asked anew where there are none. */
  readonly resumed13?: Promise<Resumed13>
  /** Milliseconds to wait for an answer that may rightly never come. */
  readonly patience: number
}

export type Features = Readonly<Partial<Record<FeatureId, Answer>>>

/** What a check found: an entry for each of the ids that it answers. */
export interface CheckResult {
  readonly vulnerabilities: readonly VulnerabilityFact[]
  readonly features: Features
  readonly hsts?: HstsFact
  readonly tolerance?: readonly ToleranceFact[]
}

/** For questions about what SSL 3.0 does not have: extensions, and padding that means something. */
export const tlsVersions: readonly SessionVersion[] = sessionVersions.filter((version) => version !== 'SSLv3')

/** For questions that can be asked in every suite. */
export const anySuite = (): boolean => true

/** One question by behaviour. It never throws for what a peer or the network does. */
export interface ActiveCheck {
  readonly id: ActiveCheckId
  /** `nothing`: an ordinary client does the same. `permission`: the tenant has to say that the server is its own. */
  readonly needs: 'permission' | 'nothing'
  readonly answers: { readonly vulnerabilities: readonly VulnerabilityId[]; readonly features: readonly FeatureId[] }
  /** Suites that the question can be asked in; a server that takes none of them has its answer without being asked. */
  readonly suites: (suite: CipherSuite) => boolean
  /** Versions that it can be asked in; all that sessions are spoken in by default. */
  readonly versions?: readonly SessionVersion[]
  /** As in a `Question`. */
  readonly until?: 'flight'
  /** Connections that one run costs at most. */
  readonly connections: number
  readonly run: (context: ActiveContext) => Promise<CheckResult>
}
