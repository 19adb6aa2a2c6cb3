import { X509Certificate } from 'node:crypto'
import type { Offer } from '../hello/offer.ts'
import type { ServerHelloOutcome } from '../probe/outcome.ts'
import { askOnce, type Enumerator, isAccepted } from './enumerator.ts'

/**
 * Groups of TLS 1.2 and earlier that a server with an ECDSA certificate shows only while the certificate's own curve is on
 * offer (OpenSSL, by RFC 8422 section 5.1): that curve stands last, behind what has not been found yet, until it is what
 * the server picks. A group that it likes less than that curve is then one that no client can get.
 */
export function* hiddenGroups(
  offer: Offer,
  candidates: readonly number[],
  hellos: readonly ServerHelloOutcome[],
): Enumerator<readonly ServerHelloOutcome[]> {
  const curve = certificateCurve(hellos)
  const seen = new Set(hellos.map(({ group }) => group))
  // Where its own curve is not in use there, or something else came after it, nothing hides behind it.
  if (curve === null || !seen.has(curve)) return []
  const found: ServerHelloOutcome[] = []
  for (let turn = 0; turn < maxTurns; turn += 1) {
    const rest = candidates.filter((id) => id !== curve && !seen.has(id))
    if (rest.length === 0) return found
    const groups = [...rest, curve]
    const outcome = yield* askOnce({ offer: { ...offer, shape: `${offer.shape}-curve`, groups }, depth: 'flight' })
    if (!isAccepted(outcome) || outcome.group === null || !rest.includes(outcome.group)) return found
    seen.add(outcome.group)
    found.push(outcome)
  }
  return found
}

/** The curve of the ECDSA certificate that was served; null where there is none, or it is not one by name. */
function certificateCurve(hellos: readonly ServerHelloOutcome[]): number | null {
  const leaf = hellos.find(({ certificates }) => certificates !== null && certificates.length > 0)?.certificates?.[0]
  if (leaf === undefined) return null
  try {
    const { asymmetricKeyDetails } = new X509Certificate(leaf).publicKey
    return curves.get(asymmetricKeyDetails?.namedCurve ?? '') ?? null
  } catch {
    return null
  }
}

/** OpenSSL's names. */
const curves = new Map([
  ['prime256v1', 0x0017],
  ['secp384r1', 0x0018],
  ['secp521r1', 0x0019],
  ['secp256k1', 0x0016],
  ['brainpoolP256r1', 0x001a],
  ['brainpoolP384r1', 0x001b],
  ['brainpoolP512r1', 0x001c],
])
const maxTurns = 30
