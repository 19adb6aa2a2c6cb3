/** Will this client still reach Microsoft 365? Judged from what it offers; DESIGN sections 4 and 8. */
import { cipherSuiteTraits } from '../rules/cipher-suite-traits.ts'
import type { Verdict } from '../rules/finding.ts'
import { type PeerId, peerById } from './peers.ts'
import type { Profile } from './profile.ts'
import { serviceFacts } from './service-facts.ts'
import { type Simulation, simulate } from './simulate.ts'

export interface ClientJudgement {
  readonly verdict: Verdict
  readonly simulation: Simulation
  /** `no-version` and the like where it fails; `static-rsa` and `legacy-offered` where it only just works. */
  readonly because: string
}

const facts = new Map<PeerId, ReturnType<typeof serviceFacts>>()

/** Judges what a client offers towards one service. */
export function judgeClient(offer: Profile, service: PeerId = 'microsoft-365'): ClientJudgement {
  let served = facts.get(service)
  if (!served) {
    served = serviceFacts(peerById(service))
    facts.set(service, served)
  }
  const simulation = simulate(offer, served)
  if (simulation.outcome === 'unknown') return { verdict: 'UNKNOWN', simulation, because: simulation.reason }
  if (simulation.outcome === 'fails') return { verdict: 'NOT_READY', simulation, because: simulation.reason }
  if (!cipherSuiteTraits(simulation.cipherSuite).forwardSecret)
    return { verdict: 'AT_RISK', simulation, because: 'static-rsa' }
  const legacy = offer.versions.some((version) => version !== 'TLSv1.2' && version !== 'TLSv1.3')
  return legacy
    ? { verdict: 'LEGACY_ENABLED', simulation, because: 'legacy-offered' }
    : { verdict: 'READY', simulation, because: simulation.version }
}
