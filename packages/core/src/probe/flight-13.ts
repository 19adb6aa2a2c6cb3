/** The encrypted half of a TLS 1.3 server's first flight (RFC 8446 section 4.3 and 4.4), opened with our own keys. */
import { buildClientHello } from '../hello/build-client-hello.ts'
import { certificate13 } from '../wire/certificate-message.ts'
import { certificateRequest13 } from '../wire/certificate-request.ts'
import { clientHello } from '../wire/client-hello.ts'
import { decode, opaque16, struct, uint16 } from '../wire/codec.ts'
import { certificateAuthorities } from '../wire/extensions/certificate-authorities.ts'
import { cookie } from '../wire/extensions/cookie.ts'
import {
  clientExtension,
  extensionList,
  fromServer,
  hasExtension,
  type RawExtension,
} from '../wire/extensions/extension.ts'
import { keyShare } from '../wire/extensions/key-share.ts'
import { certificateStatus, statusRequest } from '../wire/extensions/status-request.ts'
import { supportedGroups } from '../wire/extensions/supported-groups.ts'
import { encodeHandshake, handshakeTypes } from '../wire/handshake.ts'
import { concat, contentTypes, encodeRecord, type HandshakeFrame } from '../wire/record.ts'
import { alertName } from '../wire/registry/alert.ts'
import { extensionTypes } from '../wire/registry/extension-type.ts'
import { wireVersions } from '../wire/registry/protocol-version.ts'
import { isHelloRetryRequest, type ServerHello } from '../wire/server-hello.ts'
import { WireError } from '../wire/wire-error.ts'
import { closeNotify, type FlightContext, interruption, warningLevel } from './flight-context.ts'
import { type KeyExchange, startKeyExchange } from './key-exchange.ts'
import {
  digest,
  type HandshakeSecrets,
  handshakeSecrets,
  RecordProtection,
  type SuiteKeys,
  suiteKeys,
} from './key-schedule.ts'
import type { ServerHelloOutcome } from './outcome.ts'
import { alpnOf, readServerHello, sctCountOf } from './read-server-hello.ts'

/** What a handshake that got as far as the server's Finished needs to go on. */
export interface Handshake13 {
  readonly suite: SuiteKeys
  readonly secrets: HandshakeSecrets
  /** Every handshake message up to and including the server's Finished. */
  readonly transcript: Uint8Array[]
}

type Draft = { -readonly [K in keyof ServerHelloOutcome]: ServerHelloOutcome[K] }

/** Reads on to CertificateVerify; what cannot be decrypted leaves the fields null, and the hello stands. */
export async function readFlight13(
  context: FlightContext,
  hello: ServerHello,
  frame: HandshakeFrame,
  outcome: ServerHelloOutcome,
): Promise<ServerHelloOutcome> {
  const draft: Draft = { ...outcome }
  try {
    await openFlight(context, hello, frame, draft, handshakeTypes.certificateVerify)
  } catch (error) {
    draft.interrupted = interruption(error)
  }
  return draft
}

/** Fills `draft` up to the message of type `until`; null where the flight could not be opened that far. */
export async function openFlight(
  context: FlightContext,
  firstHello: ServerHello,
  firstFrame: HandshakeFrame,
  draft: Draft,
  until: number,
): Promise<Handshake13 | null> {
  const suite = suiteKeys(draft.cipherSuite)
  if (suite === undefined) return null
  let [hello, frame, exchanges] = [firstHello, firstFrame, context.exchanges]
  const transcript: Uint8Array[] = [context.hello]
  if (isHelloRetryRequest(hello)) {
    const again = retry(context, hello, draft.group)
    if (again === null) return null
    transcript.splice(0, 1, messageHash(suite, context.hello), frame.bytes, again.hello)
    exchanges = [again.exchange]
    const second = await readServerHello(context.messages, { isRetry: true })
    if ('alert' in second) {
      draft.interrupted = `alert ${alertName(second.alert.description)}`
      return null
    }
    ;({ hello, frame } = second)
  }
  transcript.push(frame.bytes)
  const share = fromServer(hello.extensions, keyShare)
  const exchange = exchanges.find(({ group }) => group === share?.group)
  if (share === undefined || exchange === undefined) return null
  const secrets = handshakeSecrets(suite, agree(exchange, share.exchange), digest(suite.hash, transcript))
  context.messages.protect(new RecordProtection(suite, secrets.server))
  const finished = await readEncrypted(context, draft, transcript, until)
  return finished ? { suite, secrets, transcript } : null
}

function agree(exchange: KeyExchange, peer: Uint8Array): Uint8Array {
  try {
    return exchange.agree(peer)
  } catch {
    throw new WireError('bad-value', 0, ['keyShare'])
  }
}

/** Answers HelloRetryRequest with the share it asks for, and its cookie. */
function retry(
  context: FlightContext,
  hello: ServerHello,
  group: number | null,
): { hello: Uint8Array; exchange: KeyExchange } | null {
  const exchange = group === null ? undefined : startKeyExchange(group)
  if (exchange === undefined) return null
  const first = decode(clientHello, context.hello.subarray(4))
  const biscuit = fromServer(hello.extensions, cookie)
  const again = buildClientHello(
    {
      ...context.offer,
      extraExtensions: [
        ...(biscuit === undefined ? [] : [clientExtension(cookie, biscuit)]),
        ...context.offer.extraExtensions,
      ],
    },
    {
      random: first.random,
      sessionId: first.sessionId,
      keyShares: [{ group: exchange.group, exchange: exchange.publicKey }],
    },
  )
  const bytes = encodeHandshake(handshakeTypes.clientHello, clientHello, again)
  const version = wireVersions['TLSv1.2']
  context.stream.write(
    concat([
      encodeRecord({ type: contentTypes.changeCipherSpec, version, fragment: Uint8Array.of(1) }),
      encodeRecord({ type: contentTypes.handshake, version, fragment: bytes }),
    ]),
  )
  return { hello: bytes, exchange }
}

/** Section 4.4.1: after a retry the first hello stands in the transcript as its hash. */
function messageHash(suite: SuiteKeys, hello: Uint8Array): Uint8Array {
  const hash = digest(suite.hash, [hello])
  return concat([Uint8Array.of(254, 0, 0, hash.length), hash])
}

async function readEncrypted(
  context: FlightContext,
  draft: Draft,
  transcript: Uint8Array[],
  until: number,
): Promise<boolean> {
  for (;;) {
    const message = await context.messages.next()
    if (message.kind === 'change-cipher-spec') continue
    if (message.kind === 'alert') {
      if (message.level === warningLevel && message.description !== closeNotify) continue
      draft.interrupted = `alert ${alertName(message.description)}`
      return false
    }
    if (message.kind !== 'handshake') throw new WireError('bad-value', 0, ['flight'])
    transcript.push(message.frame.bytes)
    addMessage(draft, message.frame)
    if (message.frame.type === until || message.frame.type === handshakeTypes.finished) return true
  }
}

const certificateVerify = struct({ scheme: uint16, signature: opaque16 })

function addMessage(draft: Draft, { type, body }: HandshakeFrame): void {
  if (type === handshakeTypes.encryptedExtensions) addEncryptedExtensions(draft, decode(extensionList, body))
  else if (type === handshakeTypes.certificate) addCertificate(draft, body)
  else if (type === handshakeTypes.certificateRequest) {
    const { extensions } = decode(certificateRequest13, body)
    draft.certificateRequest = { authorities: fromServer(extensions, certificateAuthorities) ?? [] }
  } else if (type === handshakeTypes.certificateVerify) draft.signatureScheme = decode(certificateVerify, body).scheme
}

function addEncryptedExtensions(draft: Draft, list: readonly RawExtension[]): void {
  draft.extensions = [...draft.extensions, ...list]
  draft.alpn = alpnOf(list)
  draft.serverGroups = fromServer(list, supportedGroups) ?? []
}

function addCertificate(draft: Draft, body: Uint8Array): void {
  const { entries } = decode(certificate13, body)
  draft.certificates = entries.map(({ data }) => data)
  const leaf = entries[0]?.extensions ?? []
  draft.sctCount += sctCountOf(leaf)
  if (hasExtension(leaf, extensionTypes.statusRequest)) {
    const status = fromServer(leaf, statusRequest)
    if (status !== undefined) draft.ocspResponse = decode(certificateStatus, status).response
  }
}
