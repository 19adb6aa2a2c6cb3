import type { Evidence, UnknownReason } from '../facts.ts'
import { StreamEnd } from '../net/stream-end.ts'
import { NotTls } from '../probe/message-stream.ts'
import type { ProbeOutcome } from '../probe/outcome.ts'
import { PeerAlert } from '../session/index.ts'
import { alertName } from '../wire/registry/alert.ts'
import { WireError } from '../wire/wire-error.ts'

/** How a session ended before its question was answered. */
export interface Ending {
  /** `reach`: before our hello. `hello`: the hello was the last thing that worked. `session`: later. */
  readonly stage: 'reach' | 'hello' | 'session'
  readonly kind: 'alert' | 'closed' | 'reset' | 'timed-out' | 'other'
  /** The server said by alert that it does not speak what was offered, or the facts say so. */
  readonly refusal: boolean
  /** Why this answers nothing, where it answers nothing. */
  readonly reason: UnknownReason
  readonly evidence: Evidence
}

/** What a peer's behaviour, thrown by a session, comes to. Our own bugs pass through. */
export function endingOfError(error: unknown, shape: string, stage: 'hello' | 'session'): Ending {
  const other = (reason: UnknownReason, answer: string, bytes = ''): Ending => ({
    stage,
    kind: 'other',
    refusal: false,
    reason,
    evidence: { shape, answer, bytes },
  })
  if (error instanceof PeerAlert) {
    const evidence = alertEvidence(shape, error)
    const refusal = stage === 'hello' && refusals.has(error.description)
    return { stage, kind: 'alert', refusal, reason: 'inconsistent', evidence }
  }
  if (error instanceof StreamEnd) {
    const { code } = error
    if (code === 'too-much') return other('malformed', code)
    if (code === 'cancelled') return other('budget-spent', code)
    return { stage, kind: code, refusal: false, reason: code, evidence: { shape, answer: code, bytes: '' } }
  }
  if (error instanceof NotTls) return other('not-tls', 'not TLS', hex(error.bytes.subarray(0, 16)))
  if (error instanceof WireError) return other('malformed', `malformed ${error.path.join('.')} (${error.code})`)
  throw error
}

/** A connection that never came to a hello. */
export function endingOfOutcome(outcome: ProbeOutcome): Ending {
  const { shape } = outcome
  if (outcome.kind === 'failed') {
    const reason = failureReasons[outcome.reason]
    const evidence = { shape, answer: outcome.reason, bytes: '' }
    return { stage: 'reach', kind: kindOf(outcome.reason), refusal: false, reason, evidence }
  }
  if (outcome.kind === 'starttls-refused') {
    const reason = outcome.reason === 'throttled' ? 'throttled' : 'starttls-refused'
    const evidence = { shape, answer: `STARTTLS ${outcome.reason}`, bytes: '' }
    return { stage: 'reach', kind: 'other', refusal: false, reason, evidence }
  }
  return other(shape, outcome.kind)
}

/** The facts already say that the server does not speak what the question needs. */
export function endingOfFacts(answer: string): Ending {
  const evidence = { shape: 'facts', answer, bytes: '' }
  return { stage: 'reach', kind: 'other', refusal: true, reason: 'not-applicable', evidence }
}

/** The question needs something that we do not speak ourselves. */
export function endingOfUs(answer: string): Ending {
  return { ...endingOfFacts(answer), refusal: false, reason: 'not-asked' }
}

export function alertEvidence(
  shape: string,
  { level, description }: { readonly level: number; readonly description: number },
): Evidence {
  return { shape, answer: alertText(level, description), bytes: hex(Uint8Array.of(21, level, description)) }
}

export function alertText(level: number, description: number): string {
  return `alert ${level === 1 ? 'warning' : 'fatal'} ${alertName(description)}`
}

/** At most 16 bytes, as evidence keeps them. */
export const hex = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 16)).toString('hex')

function other(shape: string, answer: string): Ending {
  const evidence = { shape, answer, bytes: '' }
  return { stage: 'reach', kind: 'other', refusal: false, reason: 'malformed', evidence }
}

function kindOf(reason: string): Ending['kind'] {
  return reason === 'closed' || reason === 'reset' || reason === 'timed-out' ? reason : 'other'
}

const failureReasons = {
  closed: 'closed',
  reset: 'reset',
  'timed-out': 'timed-out',
  refused: 'refused',
  unreachable: 'unreachable',
  'too-much': 'malformed',
  cancelled: 'budget-spent',
  'budget-spent': 'budget-spent',
  'blocked-by-guard': 'blocked-by-guard',
} as const

/** handshake_failure, protocol_version, insufficient_security: "nothing of what you offer". */
const refusals = new Set([40, 70, 71])
