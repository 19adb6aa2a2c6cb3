import type { Evidence, UnknownReason } from '../facts.ts'
import type { ProbeOutcome, ServerHelloOutcome } from '../probe/outcome.ts'
import { alertName } from '../wire/registry/alert.ts'
import { cipherSuiteName } from '../wire/registry/cipher-suite.ts'
import { wireVersions } from '../wire/registry/protocol-version.ts'
import { ssl2CipherName } from '../wire/registry/ssl2-cipher.ts'

/** What proves an answer; equal peers give equal evidence, so lengths and random fields are left out. */
export function evidenceOf(outcome: ProbeOutcome): Evidence {
  return { shape: outcome.shape, answer: answerOf(outcome), bytes: bytesOf(outcome) }
}

/** Why an outcome answers nothing; `inconsistent` for answers that contradict the question. */
export function unknownReasonOf(outcome: ProbeOutcome): UnknownReason {
  if (outcome.kind === 'not-tls') return 'not-tls'
  if (outcome.kind === 'malformed') return 'malformed'
  if (outcome.kind === 'starttls-refused') {
    if (outcome.reason === 'throttled') return 'throttled'
    return outcome.reason === 'not-spoken' ? 'not-tls' : 'starttls-refused'
  }
  if (outcome.kind !== 'failed') return 'inconsistent'
  if (outcome.reason === 'too-much') return 'malformed'
  return outcome.reason === 'cancelled' ? 'budget-spent' : outcome.reason
}

function answerOf(outcome: ProbeOutcome): string {
  switch (outcome.kind) {
    case 'server-hello':
      return `${outcome.retried ? 'HelloRetryRequest' : 'ServerHello'} ${outcome.version} ${suiteName(outcome)}`
    case 'alert':
      return `alert ${outcome.level === 1 ? 'warning' : 'fatal'} ${alertName(outcome.description)}`
    case 'failed':
      return outcome.reason
    case 'not-tls':
      return 'not TLS'
    case 'malformed':
      return `malformed ${outcome.path} (${outcome.code})`
    case 'starttls-refused':
      return `STARTTLS ${outcome.reason}: ${outcome.reply}`
  }
}

function suiteName(outcome: ServerHelloOutcome): string {
  return outcome.version === 'SSLv2' ? ssl2CipherName(outcome.cipherSuite) : cipherSuiteName(outcome.cipherSuite)
}

function bytesOf(outcome: ProbeOutcome): string {
  if (outcome.kind === 'not-tls') return outcome.bytes
  if (outcome.kind === 'alert') return `15${hex(outcome.level)}${hex(outcome.description)}`
  if (outcome.kind !== 'server-hello' || outcome.version === 'SSLv2') return ''
  return `1602${hex(wireVersions[outcome.version], 4)}${hex(outcome.cipherSuite, 4)}`
}

const hex = (value: number, digits = 2): string => value.toString(16).padStart(digits, '0')
