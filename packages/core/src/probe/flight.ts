import type { Offer } from '../hello/offer.ts'
import { certificate } from '../wire/certificate-message.ts'
import { certificateRequest10, certificateRequest12 } from '../wire/certificate-request.ts'
import { decode } from '../wire/codec.ts'
import { fromServer } from '../wire/extensions/extension.ts'
import { keyShare, keyShareRetry } from '../wire/extensions/key-share.ts'
import { certificateStatus } from '../wire/extensions/status-request.ts'
import { handshakeTypes } from '../wire/handshake.ts'
import type { HandshakeFrame } from '../wire/record.ts'
import { alertName } from '../wire/registry/alert.ts'
import { cipherSuite } from '../wire/registry/cipher-suite.ts'
import { type VersionName, versionName, wireVersions } from '../wire/registry/protocol-version.ts'
import { isHelloRetryRequest, negotiatedVersion, type ServerHello } from '../wire/server-hello.ts'
import { type KeyExchangeShape, serverKeyExchange } from '../wire/server-key-exchange.ts'
import { WireError } from '../wire/wire-error.ts'
import { readFlight13 } from './flight-13.ts'
import { closeNotify, type FlightContext, interruption, warningLevel } from './flight-context.ts'
import type { ProbeOutcome, ServerHelloOutcome } from './outcome.ts'
import { alpnOf, readServerHello, sctCountOf } from './read-server-hello.ts'

/** The server's answer to a hello, as one outcome. */
export async function readFlight(context: FlightContext): Promise<ProbeOutcome> {
  const first = await readServerHello(context.messages)
  if ('alert' in first) return { kind: 'alert', ...context.common, ...first.alert }
  const outcome = helloOutcome(first.hello, context)
  if (context.depth === 'hello' || outcome.unoffered !== null) return outcome
  if (outcome.version === 'TLSv1.3') return readFlight13(context, first.hello, first.frame, outcome)
  return readFlight12(context, outcome)
}

function helloOutcome(hello: ServerHello, { offer, common }: FlightContext): ServerHelloOutcome {
  const wire = negotiatedVersion(hello)
  const version = versionName(wire)
  if (version === undefined || version === 'SSLv2') throw new WireError('bad-value', 0, ['serverHello', 'version'])
  const retried = isHelloRetryRequest(hello)
  const group = version === 'TLSv1.3' ? shareGroup(hello, retried) : null
  return {
    kind: 'server-hello',
    shape: common.shape,
    banner: common.banner,
    version,
    cipherSuite: hello.cipherSuite,
    ssl2Ciphers: [],
    compressionMethod: hello.compressionMethod,
    sessionIdLength: hello.sessionId.length,
    group,
    retried,
    params: null,
    signatureScheme: null,
    certificates: null,
    ocspResponse: null,
    sctCount: sctCountOf(hello.extensions),
    alpn: alpnOf(hello.extensions),
    extensions: hello.extensions ?? [],
    certificateRequest: null,
    serverGroups: [],
    interrupted: null,
    unoffered: unofferedIn(offer, version, hello.cipherSuite, group),
  }
}

function shareGroup(hello: ServerHello, retried: boolean): number | null {
  if (retried) return fromServer(hello.extensions, keyShareRetry) ?? null
  return fromServer(hello.extensions, keyShare)?.group ?? null
}

/** A lower version than offered is the server's right; a higher one or a foreign suite is not. */
function unofferedIn(
  offer: Offer,
  version: VersionName,
  suite: number,
  group: number | null,
): ServerHelloOutcome['unoffered'] {
  const highest = offer.versions[0] ?? 'TLSv1.2'
  if (wireVersions[version] > wireVersions[highest]) return 'version'
  if (!offer.cipherSuites.includes(suite)) return 'cipher-suite'
  return group !== null && !offer.groups.includes(group) ? 'group' : null
}

type Draft = { -readonly [K in keyof ServerHelloOutcome]: ServerHelloOutcome[K] }

/** Certificate to ServerHelloDone. What breaks off after the hello does not take the hello back. */
async function readFlight12({ messages }: FlightContext, outcome: ServerHelloOutcome): Promise<ServerHelloOutcome> {
  const draft: Draft = { ...outcome }
  try {
    for (;;) {
      const message = await messages.next()
      if (message.kind === 'alert') {
        if (message.level === warningLevel && message.description !== closeNotify) continue
        draft.interrupted = `alert ${alertName(message.description)}`
        break
      }
      if (message.kind !== 'handshake') throw new WireError('bad-value', 0, ['flight'])
      if (message.frame.type === handshakeTypes.serverHelloDone) break
      addMessage(draft, message.frame)
    }
  } catch (error) {
    draft.interrupted = interruption(error)
  }
  return draft
}

function addMessage(draft: Draft, { type, body }: HandshakeFrame): void {
  if (type === handshakeTypes.certificate) draft.certificates = decode(certificate, body)
  else if (type === handshakeTypes.certificateStatus) draft.ocspResponse = decode(certificateStatus, body).response
  else if (type === handshakeTypes.certificateRequest) {
    const { authorities } =
      draft.version === 'TLSv1.2' ? decode(certificateRequest12, body) : decode(certificateRequest10, body)
    draft.certificateRequest = { authorities }
  } else if (type === handshakeTypes.serverKeyExchange) addKeyExchange(draft, body)
  else if (type !== handshakeTypes.newSessionTicket) throw new WireError('bad-value', 0, ['flight', String(type)])
}

function addKeyExchange(draft: Draft, body: Uint8Array): void {
  const shape = keyExchangeShape(draft.cipherSuite, draft.version)
  if (shape === null) return
  const { params, signatureScheme } = decode(serverKeyExchange(shape), body)
  draft.params = params
  draft.signatureScheme = signatureScheme
  if (params.kind === 'ec') draft.group = params.group
}

/** How ServerKeyExchange looks under a suite; null where we do not know. */
export function keyExchangeShape(id: number, version: VersionName): KeyExchangeShape | null {
  const suite = cipherSuite(id)
  if (suite === undefined) return null
  const params = paramsOf.get(suite.keyExchange) ?? (suite.keyExchange === 'RSA' && suite.export ? 'rsa' : undefined)
  if (params === undefined) return null
  return {
    params,
    signed: suite.authentication !== 'anon' && suite.authentication !== 'PSK',
    namesScheme: version === 'TLSv1.2',
    hint: suite.keyExchange.endsWith('PSK'),
  }
}

const paramsOf = new Map<string, 'dh' | 'ec'>([
  ['DHE', 'dh'],
  ['DHE_PSK', 'dh'],
  ['ECDHE', 'ec'],
  ['ECDHE_PSK', 'ec'],
])
