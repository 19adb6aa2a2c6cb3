import type { Offer } from '../hello/offer.ts'
import type { ByteStream } from '../net/byte-stream.ts'
import { StreamEnd } from '../net/stream-end.ts'
import { certificate } from '../wire/certificate-message.ts'
import { certificateRequest10, certificateRequest12 } from '../wire/certificate-request.ts'
import { decode } from '../wire/codec.ts'
import { applicationLayerProtocolNegotiation } from '../wire/extensions/application-layer-protocol-negotiation.ts'
import { type Extensions, fromServer, hasExtension } from '../wire/extensions/extension.ts'
import { keyShare, keyShareRetry } from '../wire/extensions/key-share.ts'
import { signedCertificateTimestamp } from '../wire/extensions/signed-certificate-timestamp.ts'
import { certificateStatus } from '../wire/extensions/status-request.ts'
import { handshakeTypes } from '../wire/handshake.ts'
import type { HandshakeFrame } from '../wire/record.ts'
import { alertName } from '../wire/registry/alert.ts'
import { cipherSuite } from '../wire/registry/cipher-suite.ts'
import { extensionTypes } from '../wire/registry/extension-type.ts'
import { type VersionName, versionName, wireVersions } from '../wire/registry/protocol-version.ts'
import { isHelloRetryRequest, negotiatedVersion, type ServerHello, serverHello } from '../wire/server-hello.ts'
import { type KeyExchangeShape, serverKeyExchange } from '../wire/server-key-exchange.ts'
import { WireError } from '../wire/wire-error.ts'
import { readFlight13 } from './flight-13.ts'
import type { KeyExchange } from './key-exchange.ts'
import type { MessageStream } from './message-stream.ts'
import type { ProbeOutcome, ServerHelloOutcome } from './outcome.ts'

/** How far to read: the ServerHello, or everything the server says before it is our turn. */
export type Depth = 'hello' | 'flight'

export interface FlightContext {
  readonly messages: MessageStream
  readonly stream: ByteStream
  readonly hello: Uint8Array
  readonly exchanges: readonly KeyExchange[]
  readonly offer: Offer
  readonly depth: Depth
  readonly common: { readonly shape: string; readonly banner: string | null }
}

/** The server's answer to a hello, as one outcome. */
export async function readFlight(context: FlightContext): Promise<ProbeOutcome> {
  const first = await readServerHello(context.messages)
  if ('alert' in first) return { kind: 'alert', ...context.common, ...first.alert }
  const outcome = helloOutcome(first.hello, context)
  if (context.depth === 'hello' || outcome.unoffered !== null) return outcome
  if (outcome.version === 'TLSv1.3') return readFlight13(context, first.hello, first.frame, outcome)
  return readFlight12(context, outcome)
}

type FirstMessage =
  | { readonly hello: ServerHello; readonly frame: HandshakeFrame }
  | { readonly alert: { readonly level: number; readonly description: number } }

/** The ServerHello, past warnings; a warning that nothing follows is the answer. */
export async function readServerHello(messages: MessageStream): Promise<FirstMessage> {
  let warning: { level: number; description: number } | null = null
  try {
    for (;;) {
      const message = await messages.next()
      if (message.kind === 'alert') {
        warning = { level: message.level, description: message.description }
        if (message.level !== warningLevel || message.description === closeNotify) return { alert: warning }
      } else if (message.kind === 'handshake' && message.frame.type === handshakeTypes.serverHello) {
        return { hello: decode(serverHello, message.frame.body), frame: message.frame }
      } else if (!(message.kind === 'handshake' && message.frame.type === handshakeTypes.helloRequest)) {
        throw new WireError('bad-value', 0, ['handshake', 'type'])
      }
    }
  } catch (error) {
    if (error instanceof StreamEnd && warning !== null) return { alert: warning }
    throw error
  }
}

function helloOutcome(hello: ServerHello, { offer, common }: FlightContext): ServerHelloOutcome {
  const wire = negotiatedVersion(hello)
  const version = versionName(wire)
  if (version === undefined || version === 'SSLv2') throw new WireError('bad-value', 0, ['serverHello', 'version'])
  const retried = isHelloRetryRequest(hello)
  const group = version === 'TLSv1.3' ? shareGroup(hello, retried) : null
  return {
    kind: 'server-hello',
    ...common,
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

export function alpnOf(list: Extensions): string | null {
  const name = fromServer(list, applicationLayerProtocolNegotiation)?.[0]
  return name === undefined ? null : new TextDecoder('latin1').decode(name)
}

export function sctCountOf(list: Extensions): number {
  if (!hasExtension(list, extensionTypes.signedCertificateTimestamp)) return 0
  return fromServer(list, signedCertificateTimestamp)?.length ?? 0
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
    const codec = draft.version === 'TLSv1.2' ? certificateRequest12 : certificateRequest10
    draft.certificateRequest = { authorities: decode(codec, body).authorities }
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

/** Words for what broke off a flight after its hello. Our own bugs pass through. */
export function interruption(error: unknown): string {
  if (error instanceof StreamEnd) return error.code
  if (error instanceof WireError) return `malformed ${error.path.join('.')}`
  throw error
}

export const warningLevel = 1
export const closeNotify = 0
