import { type Evidence, type ProtocolVersion, type ToleranceFact, type ToleranceId, toleranceIds } from '../facts.ts'
import type { Offer } from '../hello/offer.ts'
import { plainOffer, secp256r1, x25519 } from '../hello/shapes.ts'
import { fewSuitesOf } from '../hello/suite-order.ts'
import type { ProbeOutcome } from '../probe/outcome.ts'
import { probe } from '../probe/probe.ts'
import { alertName } from '../wire/registry/alert.ts'
import { cipherSuiteName } from '../wire/registry/cipher-suite.ts'
import { wireVersions } from '../wire/registry/protocol-version.ts'
import { type ActiveCheck, type ActiveContext, anySuite } from './check.ts'
import { answer, unanswered } from './verdicts.ts'

/**
 * Whether the server bears what every server must: values and extensions that it does not know (RFC 8701), a version that
 * there is not, hellos of sizes that have been trouble, and one in two records. Asked where permitted, and of servers that
 * minded a hello before our eyes; each by one hello between two that are known to work.
 */
export const tolerance: ActiveCheck = {
  id: 'tolerance',
  needs: 'nothing',
  answers: { vulnerabilities: [], features: [] },
  suites: anySuite,
  connections: 4 * toleranceIds.length + 2,
  run: async (context) => {
    const base = baseOf(context)
    const isIntolerant = context.facts.deviations?.some(({ id }) => id.endsWith('-intolerance')) ?? false
    const isWorth = context.thorough === true || isIntolerant
    if (base === null || !isWorth) return { vulnerabilities: [], features: {} }
    const control = await knock(context, base)
    const facts = await Promise.all(toleranceIds.map((id) => ask(context, base, control, id)))
    return { vulnerabilities: [], features: {}, tolerance: facts }
  },
}

async function ask(
  context: ActiveContext,
  base: Offer,
  control: ProbeOutcome,
  id: ToleranceId,
): Promise<ToleranceFact> {
  if (!isAccepted(control)) return { id, ...unanswered(reasonOf(control), toldBy(control)) }
  const offer = { ...base, ...changes[id](base), shape: `${base.shape}-${id}` }
  const outcome = await knock(context, offer)
  if (isAccepted(outcome)) return { id, ...answer(true, toldBy(outcome)) }
  const again = await knock(context, offer)
  if (isAccepted(again)) return { id, ...unanswered('inconsistent', toldBy(outcome), toldBy(again)) }
  // The network's mood, or a server that has had enough of us, must not pass for the hello's fault.
  const after = await knock(context, base)
  if (!isAccepted(after)) return { id, ...unanswered(reasonOf(after), toldBy(after)) }
  return { id, ...answer(false, toldBy(again), toldBy(after)) }
}

const knock = ({ target, reach }: ActiveContext, offer: Offer): Promise<ProbeOutcome> => probe(target, offer, reach)

/** A hello of less than 256 bytes in the highest version, of suites that the server takes. */
function baseOf({ facts, target }: ActiveContext): Offer | null {
  const highest = facts.protocols.findLast(({ version, offered }) => offered === true && version.startsWith('TLS'))
  if (highest === undefined) return null
  const version = highest.version as Exclude<ProtocolVersion, 'SSLv2' | 'SSLv3'>
  const accepted = highest.cipherSuites.map(({ id }) => id)
  const few = fewSuitesOf(version)
  const usual = few.filter((id) => accepted.includes(id))
  return {
    ...plainOffer(version, target.serverName),
    shape: `${version.toLowerCase().replace(/[v.]/g, '')}-tolerance`,
    cipherSuites: (usual.length > 0 ? usual : accepted.length > 0 ? accepted : few).slice(0, maxSuites),
    groups: [x25519, secp256r1, 0x18, 0x19],
    keyShares: version === 'TLSv1.3' ? [x25519] : [],
    pointFormats: version === 'TLSv1.3' ? [] : [0],
    signatureSchemes: fewSchemes,
    flags: [],
  }
}

const changes: Readonly<Record<ToleranceId, (base: Offer) => Partial<Offer>>> = {
  grease: (base) => ({
    cipherSuites: [grease, ...base.cipherSuites],
    groups: [grease, ...base.groups],
    signatureSchemes: base.signatureSchemes.length > 0 ? [...base.signatureSchemes, grease] : [],
    extraVersions: [grease],
    extraExtensions: [
      { type: grease, data: new Uint8Array(0) },
      { type: otherGrease, data: Uint8Array.of(0) },
    ],
  }),
  'unknown-extension': () => ({ extraExtensions: [{ type: privateUse, data: Uint8Array.of(1, 2, 3, 4) }] }),
  // Some read on behind an extension without content where it is the last one.
  'empty-last-extension': () => ({ extraExtensions: [{ type: privateUse, data: new Uint8Array(0) }] }),
  'higher-version': ({ versions: [version] }) =>
    version === 'TLSv1.3' ? { extraVersions: [wireVersions['TLSv1.3'] + 1] } : { legacyVersion: 0x03ff },
  'hello-of-256-to-511-bytes': () => ({ padTo: 384 }),
  // Key shares of the post-quantum hybrids alone take a hello past 1,400 bytes.
  'hello-over-one-segment': () => ({ padTo: 2_048 }),
  'fragmented-hello': () => ({ firstRecord: 64 }),
}

function isAccepted(outcome: ProbeOutcome): boolean {
  return outcome.kind === 'server-hello' && outcome.unoffered === null
}

function reasonOf(outcome: ProbeOutcome): Parameters<typeof unanswered>[0] {
  if (outcome.kind === 'failed') {
    if (outcome.reason === 'too-much') return 'malformed'
    return outcome.reason === 'cancelled' ? 'budget-spent' : outcome.reason
  }
  if (outcome.kind === 'starttls-refused') return outcome.reason === 'throttled' ? 'throttled' : 'starttls-refused'
  return outcome.kind === 'not-tls' || outcome.kind === 'malformed' ? outcome.kind : 'inconsistent'
}

function toldBy(outcome: ProbeOutcome): Evidence {
  const { shape, kind } = outcome
  if (kind === 'alert') return { shape, answer: `alert ${alertName(outcome.description)}`, bytes: '' }
  if (kind === 'failed') return { shape, answer: outcome.reason, bytes: '' }
  if (kind !== 'server-hello') return { shape, answer: kind, bytes: '' }
  return { shape, answer: `ServerHello ${outcome.version} ${cipherSuiteName(outcome.cipherSuite)}`, bytes: '' }
}

/** RFC 8701 section 2, and a number that no registry gives to anybody. */
const grease = 0x1a1a
const otherGrease = 0x5a5a
const privateUse = 0xffa5
const fewSchemes = [0x0403, 0x0503, 0x0804, 0x0805, 0x0401, 0x0501, 0x0201, 0x0203]
const maxSuites = 24
