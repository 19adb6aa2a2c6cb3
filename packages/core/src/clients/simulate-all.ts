/** Every known client and service against one server. */
import type { Facts } from '../facts.ts'
import { clients } from './catalogue/index.ts'
import type { PeerId } from './peers.ts'
import { peers } from './peers.ts'
import type { Profile } from './profile.ts'
import { type Simulation, simulate } from './simulate.ts'

export interface ProfileResult {
  readonly profile: Profile
  readonly simulation: Simulation
}

/** Which clients would connect, and with what. */
export const simulateClients = (facts: Facts, profiles: readonly Profile[] = clients): readonly ProfileResult[] =>
  profiles.map((profile) => ({ profile, simulation: simulate(profile, facts) }))

/** Whether Exchange Online, Entra, Front Door and the others would connect to this inbound server. */
export const simulatePeers = (
  facts: Facts,
  only: readonly PeerId[] = peers.map((peer) => peer.id),
): readonly ProfileResult[] =>
  peers.filter((peer) => only.includes(peer.id)).map((profile) => ({ profile, simulation: simulate(profile, facts) }))

/** Clients that connect to the server as it is and would not to the server as it would be. */
export function brokenClients(
  before: Facts,
  after: Facts,
  profiles: readonly Profile[] = clients,
): readonly ProfileResult[] {
  return simulateClients(after, profiles).filter(
    ({ profile, simulation }) => simulation.outcome === 'fails' && simulate(profile, before).outcome === 'connects',
  )
}
