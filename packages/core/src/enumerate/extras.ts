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

/**
 * Questions of one connection each, side by side. `accepted` is what the server takes, highest version first; `aesFirst`
 * are suites, the server's own choice first, of which it might let a ChaCha20 client choose another.
 */
export function* extras(
  accepted: readonly Accepted[],
  serverName: string | null,
  aesFirst: { readonly version: ProtocolVersion; readonly suites: readonly number[] } | null,
): Enumerator<Extras> {
  const questions = new Map<keyof Extras, Question>()
  const [highest, lower] = accepted.filter(({ version }) => version !== 'SSLv2')
  if (lower !== undefined) {
    const offer = { ...lower.offer, shape: `${lower.offer.shape}-fallback`, fallback: true }
    questions.set('fallback', { offer, depth: 'hello' })
  }
  if (highest !== undefined && serverName !== null && highest.offer.serverName !== null) {
    const { offer } = highest
    questions.set('withoutName', {
      offer: { ...offer, shape: `${offer.shape}-no-name`, serverName: null },
      depth: 'flight',
    })
  }
  if (aesFirst !== null) {
    const chacha = aesFirst.suites.filter(isChaCha20)
    const offer: Offer = {
      ...plainOffer(aesFirst.version, serverName),
      shape: 'chacha20-first',
      cipherSuites: [...chacha, ...aesFirst.suites.filter((id) => !isChaCha20(id))],
    }
    questions.set('chacha20First', { offer, depth: 'hello' })
  }
  const outcomes = yield* askAll([...questions.values()])
  const answers = new Map([...questions.keys()].map((key, at) => [key, outcomes[at] as ProbeOutcome]))
  const answer = (key: keyof Extras): ProbeOutcome | null => answers.get(key) ?? null
  const withoutName = answer('withoutName')
  return {
    fallback: answer('fallback'),
    withoutName,
    wrongName: withoutName && highest && minds(withoutName, highest.outcome) ? yield* askWrongName(highest) : null,
    chacha20First: answer('chacha20First'),
  }
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
