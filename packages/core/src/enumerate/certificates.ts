import { createHash } from 'node:crypto'
import { deploymentFromChain } from '../certificate/index.ts'
import type { CertificateDeployment, ProtocolVersion } from '../facts.ts'
import { protocolVersions } from '../facts.ts'
import type { Offer } from '../hello/offer.ts'
import { knownSignatureSchemes } from '../hello/shapes.ts'
import type { ServerHelloOutcome } from '../probe/outcome.ts'
import { askOnce, type Enumerator, isAccepted } from './enumerator.ts'

/** A chain that was seen, with the hello it answered. */
export interface SeenChain {
  readonly serverName: string | null
  readonly outcome: ServerHelloOutcome
  /** Whether the hello asked for a stapled response. */
  readonly askedForStaple: boolean
}

/** Hellos that leave out the kinds of signature already seen, so that a server with a second certificate shows it. */
export function* otherCertificates(base: Offer, first: ServerHelloOutcome): Enumerator<SeenChain[]> {
  const seen: SeenChain[] = []
  let left = without(knownSignatureSchemes, first.signatureScheme)
  while (left.length > 0) {
    const offer = { ...base, shape: `${base.shape}-other-certificate`, signatureSchemes: left }
    const outcome = yield* askOnce({ offer, depth: 'flight' })
    if (!isAccepted(outcome) || outcome.certificates === null || outcome.signatureScheme === null) break
    seen.push({ serverName: base.serverName, outcome, askedForStaple: base.flags.includes('statusRequest') })
    if (!left.includes(outcome.signatureScheme)) break
    left = without(left, outcome.signatureScheme)
  }
  return seen
}

/** Every distinct chain once, with the versions that served it. */
export function foldChains(
  seen: readonly SeenChain[],
  { trustAnchors, now }: { readonly trustAnchors: readonly string[]; readonly now: Date },
): CertificateDeployment[] {
  const byKey = new Map<string, { chains: SeenChain[]; versions: Set<ProtocolVersion> }>()
  for (const chain of seen) {
    const { certificates, version } = chain.outcome
    if (certificates === null || certificates.length === 0) continue
    const key = `${chain.serverName} ${certificates.map(fingerprint).join()}`
    const entry = byKey.get(key) ?? { chains: [], versions: new Set() }
    entry.chains.push(chain)
    entry.versions.add(version)
    byKey.set(key, entry)
  }
  return [...byKey.entries()]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, { chains, versions }]) => {
      const { serverName, outcome } = chains[0] as SeenChain
      const asked = chains.filter(({ askedForStaple, outcome: { version } }) => askedForStaple && version !== 'SSLv3')
      const stapled = asked.find(({ outcome: { ocspResponse } }) => ocspResponse !== null)
      return deploymentFromChain(outcome.certificates ?? [], {
        serverName,
        versions: protocolVersions.filter((version) => versions.has(version)),
        trustAnchors,
        ocspStaple: asked.length === 0 ? undefined : (stapled?.outcome.ocspResponse ?? null),
        now,
      })
    })
}

function fingerprint(der: Uint8Array): string {
  return createHash('sha256').update(der).digest('base64')
}

type Family = 'rsa' | 'rsa-pss' | 'ecdsa' | 'eddsa' | 'dsa' | 'ml-dsa' | 'other'

function without(schemes: readonly number[], scheme: number | null): readonly number[] {
  if (scheme === null) return []
  const family = familyOf(scheme)
  return schemes.filter((id) => familyOf(id) !== family)
}

function familyOf(scheme: number): Family {
  if (scheme >= 0x0809 && scheme <= 0x080b) return 'rsa-pss'
  if ((scheme & 0xff) === 0x01 || (scheme >= 0x0804 && scheme <= 0x0806)) return 'rsa'
  if (scheme === 0x0807 || scheme === 0x0808) return 'eddsa'
  if ((scheme & 0xff) === 0x03 || (scheme >= 0x081a && scheme <= 0x081c)) return 'ecdsa'
  if ((scheme & 0xff) === 0x02) return 'dsa'
  return scheme >= 0x0904 && scheme <= 0x0906 ? 'ml-dsa' : 'other'
}
