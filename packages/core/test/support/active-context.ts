/** What an active check is run with in tests: loopback only, real randomness, short waits. */
import { randomBytes } from 'node:crypto'
import type { ActiveContext } from '../../src/active/index.ts'
import { protocolVersions } from '../../src/facts.ts'
import { createAddressGuard } from '../../src/net/address-guard.ts'
import { Budget } from '../../src/net/budget.ts'
import type { Reach } from '../../src/probe/reach.ts'
import type { AddressedTarget, StarttlsKind } from '../../src/target.ts'

export function loopbackReach(total = 500): Reach {
  return {
    guard: createAddressGuard({ allow: ['127.0.0.0/8'] }),
    budget: new Budget({ inFlight: 10, perSecond: null, total }),
    timeout: 10_000,
    random: randomBytes,
    clientName: 'sundown.invalid',
    live: new Set(),
  }
}

export function loopbackTarget(port: number, starttls: StarttlsKind | null = null): AddressedTarget {
  return { host: '127.0.0.1', address: '127.0.0.1', port, serverName: 'localhost', starttls }
}

/** Nothing is known yet: every check finds out for itself. */
export const nothingKnown: ActiveContext['facts'] = {
  protocols: protocolVersions.map((version) => ({
    version,
    offered: null,
    reason: 'not-asked',
    evidence: [],
    cipherSuites: [],
    enumeration: 'none',
    preference: null,
  })),
}

export function activeContext(port: number, change: Partial<ActiveContext> = {}): ActiveContext {
  return { target: loopbackTarget(port), reach: loopbackReach(), facts: nothingKnown, patience: 400, ...change }
}
