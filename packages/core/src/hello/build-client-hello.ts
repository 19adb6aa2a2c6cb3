import type { ClientHello } from '../wire/client-hello.ts'
import { clientHello } from '../wire/client-hello.ts'
import { encode } from '../wire/codec.ts'
import { applicationLayerProtocolNegotiation } from '../wire/extensions/application-layer-protocol-negotiation.ts'
import { earlyData } from '../wire/extensions/early-data.ts'
import { ecPointFormats } from '../wire/extensions/ec-point-formats.ts'
import { encryptThenMac } from '../wire/extensions/encrypt-then-mac.ts'
import { extendedMasterSecret } from '../wire/extensions/extended-master-secret.ts'
import { clientExtension, type RawExtension } from '../wire/extensions/extension.ts'
import { heartbeat } from '../wire/extensions/heartbeat.ts'
import { type KeyShare, keyShare } from '../wire/extensions/key-share.ts'
import { padding } from '../wire/extensions/padding.ts'
import { pskKeyExchangeModes } from '../wire/extensions/psk-key-exchange-modes.ts'
import { renegotiationInfo } from '../wire/extensions/renegotiation-info.ts'
import { hostNameEntry, serverName } from '../wire/extensions/server-name.ts'
import { sessionTicket } from '../wire/extensions/session-ticket.ts'
import { signatureAlgorithms } from '../wire/extensions/signature-algorithms.ts'
import { signedCertificateTimestamp } from '../wire/extensions/signed-certificate-timestamp.ts'
import { statusRequest } from '../wire/extensions/status-request.ts'
import { supportedGroups } from '../wire/extensions/supported-groups.ts'
import { supportedVersions } from '../wire/extensions/supported-versions.ts'
import { emptyRenegotiationInfoScsv, fallbackScsv } from '../wire/registry/cipher-suite.ts'
import { type VersionName, wireVersions } from '../wire/registry/protocol-version.ts'
import type { Offer, OfferFlag } from './offer.ts'

/** Everything in a hello that is not in the offer: the caller brings it, so equal input gives equal bytes. */
export interface HelloSecrets {
  /** 32 bytes. */
  readonly random: Uint8Array
  /** 32 bytes where TLS 1.3 is offered (RFC 8446 appendix D.4), else empty. */
  readonly sessionId: Uint8Array
  /** One for each of the offer's `keyShares`, in that order. */
  readonly keyShares: readonly KeyShare[]
}

/** The hello that an offer means. TLS 1.3 goes by `supported_versions`, everything older by the legacy field. */
export function buildClientHello(offer: Offer, secrets: HelloSecrets): ClientHello {
  const hello: ClientHello = {
    version: legacyVersion(offer),
    random: secrets.random,
    sessionId: secrets.sessionId,
    cipherSuites: [
      ...offer.cipherSuites,
      ...(offer.renegotiationInfo === 'scsv' ? [emptyRenegotiationInfoScsv] : []),
      ...(offer.fallback ? [fallbackScsv] : []),
    ],
    compressionMethods: offer.compressionMethods,
    extensions: offer.extensions ? extensionsOf(offer, secrets) : null,
  }
  return offer.padTo === null ? hello : padded(hello, offer.padTo)
}

export function offersTls13(offer: Offer): boolean {
  return offer.versions.includes('TLSv1.3')
}

function legacyVersion(offer: Offer): number {
  if (offer.legacyVersion !== undefined) return offer.legacyVersion
  const highest = offer.versions[0] ?? 'TLSv1.2'
  return highest === 'TLSv1.3' ? wireVersions['TLSv1.2'] : wireVersions[highest]
}

/** In the order in which OpenSSL sends them; a few servers refuse others. */
function extensionsOf(offer: Offer, secrets: HelloSecrets): RawExtension[] {
  const list: RawExtension[] = []
  const tls13 = offersTls13(offer)
  if (offer.serverName !== null) list.push(clientExtension(serverName, [hostNameEntry(offer.serverName)]))
  if (offer.renegotiationInfo === 'extension') list.push(clientExtension(renegotiationInfo, new Uint8Array(0)))
  if (offer.pointFormats.length > 0) list.push(clientExtension(ecPointFormats, offer.pointFormats))
  if (offer.groups.length > 0) list.push(clientExtension(supportedGroups, offer.groups))
  for (const flag of offer.flags) {
    if (flag !== 'pskKeyExchangeModes' && flag !== 'earlyData') list.push(flagExtensions[flag])
  }
  if (offer.alpn.length > 0) list.push(clientExtension(applicationLayerProtocolNegotiation, offer.alpn.map(utf8)))
  if (offer.signatureSchemes.length > 0 && hasSignatureAlgorithms(offer.versions)) {
    list.push(clientExtension(signatureAlgorithms, offer.signatureSchemes))
  }
  if (tls13) {
    list.push(
      clientExtension(supportedVersions, [
        ...(offer.extraVersions ?? []),
        ...offer.versions.map((version) => wireVersions[version]),
      ]),
    )
    if (offer.flags.includes('pskKeyExchangeModes')) list.push(flagExtensions.pskKeyExchangeModes)
    list.push(clientExtension(keyShare, secrets.keyShares))
    if (offer.flags.includes('earlyData')) list.push(flagExtensions.earlyData)
  }
  list.push(...offer.extraExtensions)
  return list
}

/** RFC 5246 section 7.4.1.4.1: older versions must not send it. */
function hasSignatureAlgorithms(versions: readonly VersionName[]): boolean {
  return versions.includes('TLSv1.2') || versions.includes('TLSv1.3')
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const nothing = new Uint8Array(0)

const flagExtensions: Readonly<Record<OfferFlag, RawExtension>> = {
  extendedMasterSecret: clientExtension(extendedMasterSecret, true),
  encryptThenMac: clientExtension(encryptThenMac, true),
  sessionTicket: clientExtension(sessionTicket, nothing),
  statusRequest: clientExtension(statusRequest, { type: 1, responders: [], extensions: nothing }),
  signedCertificateTimestamp: clientExtension(signedCertificateTimestamp, true),
  // Mode 1: the peer may send heartbeats; what a server answers shows whether it speaks them.
  heartbeat: clientExtension(heartbeat, 1),
  pskKeyExchangeModes: clientExtension(pskKeyExchangeModes, [1]),
  earlyData: clientExtension(earlyData, true),
}

function padded(hello: ClientHello, size: number): ClientHello {
  const missing = size - encode(clientHello, hello).length - handshakeHeader - extensionHeader
  if (missing < 0 || hello.extensions === null) return hello
  return { ...hello, extensions: [...hello.extensions, clientExtension(padding, new Uint8Array(missing))] }
}

const handshakeHeader = 4
const extensionHeader = 4
