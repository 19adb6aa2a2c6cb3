/** Will this client still reach Microsoft 365? Judged from what it offers; DESIGN sections 4 and 8. */
import type { Deadline } from '../deadlines/deadline.ts'
import { cipherSuiteTraits } from '../rules/cipher-suite-traits.ts'
import type { Verdict } from '../rules/finding.ts'
import { legacyHost, legacyHostEnds } from './legacy-host.ts'
import { type PeerId, peerById } from './peers.ts'
import type { Profile } from './profile.ts'
import { serviceFacts } from './service-facts.ts'
import { type Simulation, simulate } from './simulate.ts'

export interface ClientJudgement {
  readonly verdict: Verdict
  readonly simulation: Simulation
  /** What decided: a failure reason, `static-rsa`, `opt-in-legacy-host`, `legacy-offered`, or the version agreed. */
  readonly because: string
}

export interface ClientOptions {
  /** Service that it connects to; the published list of Microsoft 365 by default. */
  readonly service?: PeerId
  /** Host that it is configured with, so that the opt-in hosts are known. */
  readonly host?: string | null
  readonly now: Date
  readonly deadlines?: readonly Deadline[]
}

/** Judges what a client offers towards one service. */
export function judgeClient(
  offer: Profile,
  { service = 'microsoft-365', host = null, now, deadlines }: ClientOptions,
): ClientJudgement {
  const simulation = simulate(offer, factsOf(service))
  if (simulation.outcome === 'unknown') return { verdict: 'UNKNOWN', simulation, because: simulation.reason }
  const opened = host === null ? null : legacyHost(host)
  if (opened !== null) {
    const end = legacyHostEnds(opened, deadlines)
    const gone = end !== null && now.toISOString().slice(0, 10) > end
    const fails = simulation.outcome === 'fails' && gone
    return { verdict: fails ? 'NOT_READY' : 'AT_RISK', simulation, because: 'opt-in-legacy-host' }
  }
  if (simulation.outcome === 'fails') return { verdict: 'NOT_READY', simulation, because: simulation.reason }
  if (!cipherSuiteTraits(simulation.cipherSuite).forwardSecret)
    return { verdict: 'AT_RISK', simulation, because: 'static-rsa' }
  const legacy = offer.versions.some((version) => version !== 'TLSv1.2' && version !== 'TLSv1.3')
  return legacy
    ? { verdict: 'LEGACY_ENABLED', simulation, because: 'legacy-offered' }
    : { verdict: 'READY', simulation, because: simulation.version }
}

function factsOf(service: PeerId): ReturnType<typeof serviceFacts> {
  const known = served.get(service)
  if (known) return known
  const made = serviceFacts(peerById(service))
  served.set(service, made)
  return made
}

const served = new Map<PeerId, ReturnType<typeof serviceFacts>>()
