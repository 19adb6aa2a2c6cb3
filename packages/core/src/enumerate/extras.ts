import type { ProtocolVersion } from '../facts.ts'
import type { Offer } from '../hello/offer.ts'
import { plainOffer } from '../hello/shapes.ts'
import type { ProbeOutcome, ServerHelloOutcome } from '../probe/outcome.ts'
import { cipherSuite } from '../wire/registry/cipher-suite.ts'
import { askAll, askOnce, type Enumerator, isAccepted, type Question } from './enumerator.ts'

/** What the questions that stand alone came to; null where one did not apply. */
export interface Extras {
  /** TLS_FALLBACK_SCSV in a hello below the highest version. */
  readonly fallback: ProbeOutcome | null
  /** A hello without a server name. */
  readonly withoutName: ProbeOutcome | null
  /** A hello for a name that the server cannot have; asked where it matters to the server that a name is missing. */
  readonly wrongName: ProbeOutcome | null
  /** ChaCha20 first, then AES, to a server that prefers AES. */
  readonly chacha20First: ProbeOutcome | null
}

export interface Accepted {
  readonly version: ProtocolVersion
  readonly offer: Offer
  readonly outcome: ServerHelloOutcome
}

/** Questions of one connection each, side by side. `accepted` is what the server takes, highest version first. */
export function* extras(
  accepted: readonly Accepted[],
  serverName: string | null,
): Enumerator<Omit<Extras, 'chacha20First'>> {
  const [highest, lower] = accepted.filter(({ version }) => version !== 'SSLv2')
  const questions: Question[] = []
  if (lower !== undefined) {
    const offer = { ...lower.offer, shape: `${lower.offer.shape}-fallback`, fallback: true }
    questions.push({ offer, depth: 'hello' })
  }
  const named = serverName !== null && highest?.offer.serverName !== null ? highest : undefined
  if (named !== undefined) {
    const offer = { ...named.offer, shape: `${named.offer.shape}-no-name`, serverName: null }
    questions.push({ offer, depth: 'flight' })
  }
  const outcomes = yield* askAll(questions)
  const fallback = lower === undefined ? null : (outcomes[0] as ProbeOutcome)
  const withoutName = named === undefined ? null : (outcomes.at(-1) as ProbeOutcome)
  const isMinded = withoutName !== null && named !== undefined && minds(withoutName, named.outcome)
  return { fallback, withoutName, wrongName: isMinded ? yield* askWrongName(named) : null }
}

/** Whether a server that prefers AES lets a client have ChaCha20 that asks for it first; `suites` in the server's order. */
export function* chacha20First(
  version: ProtocolVersion,
  suites: readonly number[],
  serverName: string | null,
): Enumerator<ProbeOutcome> {
  const cipherSuites = [...suites.filter(isChaCha20), ...suites.filter((id) => !isChaCha20(id))]
  const offer: Offer = { ...plainOffer(version, serverName), shape: 'chacha20-first', cipherSuites }
  return yield* askOnce({ offer, depth: 'hello' })
}

/** Whether the missing name made a difference. */
function minds(without: ProbeOutcome, named: ServerHelloOutcome): boolean {
  if (!isAccepted(without)) return true
  const [left, right] = [without.certificates?.[0], named.certificates?.[0]]
  return left !== undefined && right !== undefined && Buffer.compare(left, right) !== 0
}

function askWrongName({ offer }: Accepted): Enumerator<ProbeOutcome> {
  return askOnce({
    offer: { ...offer, shape: `${offer.shape}-wrong-name`, serverName: wrongName },
    depth: 'hello',
  })
}

export function isChaCha20(id: number): boolean {
  return cipherSuite(id)?.cipher.startsWith('CHACHA20') ?? false
}

/** RFC 6761: no name below `invalid` can exist. */
const wrongName = 'no-such-name.invalid'
