import { isIP } from 'node:net'
import { labPortCount } from '@sundown/core/lab'
import { isRange, isWithin } from '../../access/key-viewer.ts'
import { isBelow } from './domain-name.ts'
import { type Proof, speaksFor, stateOf } from './proof-state.ts'

/** Why active checks may be asked of an endpoint, or may not. */
export const activeReasons = {
  OPERATOR: 'The operator of Sundown allows them here.',
  PROVEN: 'The tenant showed that it controls the domain.',
  LAPSED: 'It did once, and the proof is gone. Next: put it back, then domainProofVerify.',
  NOT_PROVEN: 'Nobody showed it. Next: domainProofCreate for `domain`, place what it answers, then domainProofVerify.',
  NO_DOMAIN: 'An address has no domain to prove. Next: ask the operator of Sundown to allow its network.',
} as const
export type ActiveReason = keyof typeof activeReasons

export interface OperatorEnv {
  readonly SUNDOWN_ACTIVE_ALLOW: readonly string[]
  readonly SUNDOWN_LAB_PORT: number
}

export interface Peer {
  readonly host: string
  readonly port: number
}

/** Whether the operator allows active checks of a peer; of a name also once an address of it is known. */
export function operatorAllows(env: OperatorEnv, { host, port }: Peer, address = host): boolean {
  if (isPracticeLab(env, port, address)) return true
  return env.SUNDOWN_ACTIVE_ALLOW.some((entry) => {
    if (entry === '*') return true
    if (entry.includes('/')) return isIn(entry, address)
    return isIP(host) === 0 && isBelow(entry.toLowerCase(), host)
  })
}

/** Whether an address and port are the practice lab's, which is ours to ask as we like. */
export const isPracticeLab = (
  { SUNDOWN_LAB_PORT: first }: Pick<OperatorEnv, 'SUNDOWN_LAB_PORT'>,
  port: number,
  address: string,
): boolean => first > 0 && port >= first && port < first + labPortCount && isIn('127.0.0.0/8', address)

/** What speaks for active checks of a peer, the strongest first. */
export function activeReason(env: OperatorEnv, peer: Peer, proofs: readonly Proof[], now: Date): ActiveReason {
  if (operatorAllows(env, peer)) return 'OPERATOR'
  if (isIP(peer.host) !== 0) return 'NO_DOMAIN'
  const states = proofs.filter((proof) => speaksFor(proof, peer.host)).map((proof) => stateOf(proof, now))
  if (states.includes('PROVEN')) return 'PROVEN'
  return states.includes('LAPSED') ? 'LAPSED' : 'NOT_PROVEN'
}

export const allowsActive = (reason: ActiveReason): boolean => reason === 'OPERATOR' || reason === 'PROVEN'

const isIn = (cidr: string, address: string) => isRange(cidr) && isWithin(address, [cidr])
