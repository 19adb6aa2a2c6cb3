import type { Offer } from '../hello/offer.ts'
import type { ServerHelloOutcome } from '../probe/outcome.ts'
import { cipherSuite } from '../wire/registry/cipher-suite.ts'

/**
 * Signature schemes that travel along in hellos which look for suites of TLS 1.2, so that they cost no connection of their
 * own. Such a hello leaves out the RSA schemes that are known, and keeps those of every other key: suites that RSA does not
 * sign stay as usable as they were. Once the server picks one that RSA signs, all of those were usable too, and its choice
 * is the one that it would have made anyway. Any other answer is dropped, and ends the rides.
 */
export class SchemeRides {
  readonly #seen = new Set<number>()
  #isOver = false

  /** Schemes that the server has signed with so far, in whatever hello. */
  get seen(): ReadonlySet<number> {
    return this.#seen
  }

  /** Nobody else need ask for it for now. */
  expects(id: number): boolean {
    return !this.#isOver && isPss(id) && !this.#seen.has(id)
  }

  note({ signatureScheme }: ServerHelloOutcome): void {
    if (signatureScheme !== null) this.#seen.add(signatureScheme)
  }

  /** The offer with the schemes that are looked for, where the suite that is likely to be chosen will show one. */
  board(offer: Offer, likely: number | undefined): Offer | null {
    if (this.#isOver || !this.#hasBegun || likely === undefined || !isRsaSigned(likely)) return null
    const wanted = pssSchemes.filter((id) => !this.#seen.has(id))
    if (wanted.length === 0) return null
    const others = offer.signatureSchemes.filter((id) => !isRsa(id))
    return { ...offer, shape: `${offer.shape}-schemes`, signatureSchemes: [...wanted, ...others] }
  }

  /** Whether the answer is also the one to the hello without the passengers. */
  stands(outcome: ServerHelloOutcome): boolean {
    return isRsaSigned(outcome.cipherSuite) && outcome.signatureScheme !== null && isPss(outcome.signatureScheme)
  }

  end(): void {
    this.#isOver = true
  }

  /** A server that has shown one of them is likely to have the others. */
  get #hasBegun(): boolean {
    return pssSchemes.some((id) => this.#seen.has(id))
  }
}

const pssSchemes = [0x0804, 0x0805, 0x0806]

const isPss = (id: number): boolean => pssSchemes.includes(id)

/** PKCS #1 and PSS, whatever the hash. */
export function isRsa(id: number): boolean {
  return (id & 0xff) === 0x01 || isPss(id) || (id >= 0x0809 && id <= 0x080b)
}

function isRsaSigned(id: number): boolean {
  const suite = cipherSuite(id)
  return suite?.authentication === 'RSA' && (suite.keyExchange === 'ECDHE' || suite.keyExchange === 'DHE')
}
