import type { Answer, FeatureId, ProtocolVersion } from '../facts.ts'
import type { ProbeOutcome, ServerHelloOutcome } from '../probe/outcome.ts'
import { hasExtension } from '../wire/extensions/extension.ts'
import { cipherSuite } from '../wire/registry/cipher-suite.ts'
import { extensionTypes } from '../wire/registry/extension-type.ts'
import { isAccepted } from './enumerator.ts'
import { evidenceOf, unknownReasonOf } from './evidence.ts'
import { type Extras, isChaCha20 } from './extras.ts'

type Features = Partial<Record<FeatureId, Answer>>

export interface FeatureSources {
  /** Every hello that the server answered. */
  readonly hellos: readonly ServerHelloOutcome[]
  readonly extras: Extras | null
  readonly offered: readonly ProtocolVersion[]
}

/** Features as the hellos show them, without a question of their own where one can be spared. */
export function foldFeatures({ hellos, extras, offered }: FeatureSources): Features {
  const old = hellos.filter(({ version }) => version !== 'TLSv1.3' && version !== 'SSLv2')
  const extended = old.filter(({ version }) => version !== 'SSLv3')
  const cbc = extended.filter(({ cipherSuite: id }) => cipherSuite(id)?.mode === 'cbc')
  const asked = extended.filter(({ shape }) => shape.includes('-ecdhe-'))
  const tickets = extended.filter(({ shape }) => !shape.includes('-ecdhe-'))
  const flights = hellos.filter(({ certificates }) => certificates !== null)
  const staples = flights.filter(({ shape, version }) => version !== 'SSLv3' && !shape.includes('-ecdhe-'))
  return {
    'secure-renegotiation': shown(old, acknowledges(extensionTypes.renegotiationInfo)),
    'extended-master-secret': shown(extended, acknowledges(extensionTypes.extendedMasterSecret)),
    'encrypt-then-mac': shown(cbc, acknowledges(extensionTypes.encryptThenMac)),
    'session-ticket': shown(tickets, acknowledges(extensionTypes.sessionTicket)),
    // With a ticket in hand servers leave the session id empty, so only hellos that asked for none count.
    'session-id': shown(asked, ({ sessionIdLength }) => sessionIdLength > 0),
    heartbeat: shown(asked, acknowledges(extensionTypes.heartbeat)),
    compression: shown(asked, ({ compressionMethod }) => compressionMethod !== 0),
    'client-certificate': shown(flights, ({ certificateRequest }) => certificateRequest !== null),
    'ocsp-stapling': shown(staples, ({ ocspResponse }) => ocspResponse !== null),
    ...(extras === null ? {} : extraFeatures(extras, offered)),
  }
}

const acknowledges =
  (type: number) =>
  ({ extensions }: ServerHelloOutcome): boolean =>
    hasExtension(extensions, type)

/** Yes where one hello shows it, no where there were hellos to show it and none did. */
function shown(hellos: readonly ServerHelloOutcome[], test: (hello: ServerHelloOutcome) => boolean): Answer {
  const first = hellos[0]
  if (first === undefined) return { value: null, reason: 'not-asked', evidence: [] }
  const found = hellos.find(test)
  return { value: found !== undefined, reason: null, evidence: [evidenceOf(found ?? first)] }
}

function extraFeatures(extras: Extras, offered: readonly ProtocolVersion[]): Features {
  return {
    'fallback-scsv':
      extras.fallback === null
        ? { value: null, reason: offered.length < 2 ? 'not-applicable' : 'not-asked', evidence: [] }
        : fallbackAnswer(extras.fallback),
    'sni-required': judged(extras.withoutName, (outcome) => !isAccepted(outcome)),
    'chacha20-preference': judged(
      extras.chacha20First,
      (outcome) => isAccepted(outcome) && isChaCha20(outcome.cipherSuite),
    ),
  }
}

/** RFC 7507: an alert of its own says that the fallback was noticed. Any other refusal leaves it open. */
function fallbackAnswer(outcome: ProbeOutcome): Answer {
  const evidence = [evidenceOf(outcome)]
  if (outcome.kind === 'alert' && outcome.description === inappropriateFallback) {
    return { value: true, reason: null, evidence }
  }
  if (isAccepted(outcome)) return { value: false, reason: null, evidence }
  return { value: null, reason: unknownReasonOf(outcome), evidence }
}

function judged(outcome: ProbeOutcome | null, test: (outcome: ProbeOutcome) => boolean): Answer {
  if (outcome === null) return { value: null, reason: 'not-applicable', evidence: [] }
  const evidence = [evidenceOf(outcome)]
  if (outcome.kind === 'alert' || isAccepted(outcome)) return { value: test(outcome), reason: null, evidence }
  return { value: null, reason: unknownReasonOf(outcome), evidence }
}

const inappropriateFallback = 86
