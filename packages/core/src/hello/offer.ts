import type { RawExtension } from '../wire/extensions/extension.ts'
import type { VersionName } from '../wire/registry/protocol-version.ts'

/** Extensions whose client side has one fixed value: an offer names the ones it carries. */
export const offerFlags = [
  'extendedMasterSecret',
  'encryptThenMac',
  'sessionTicket',
  'statusRequest',
  'signedCertificateTimestamp',
  'heartbeat',
  'pskKeyExchangeModes',
  'earlyData',
] as const
export type OfferFlag = (typeof offerFlags)[number]

/** What a client offers, in words. `buildClientHello` turns it into bytes; nothing in it is random. */
export interface Offer {
  /** Name of the hello shape, for evidence: `tls12-small`. */
  readonly shape: string
  /** Offered versions, highest first. `SSLv2` stands alone and means the SSL 2.0 hello. */
  readonly versions: readonly VersionName[]
  /** In the order of preference; SSL 2.0 cipher kinds where the version is SSLv2. */
  readonly cipherSuites: readonly number[]
  readonly groups: readonly number[]
  /** Groups to send a TLS 1.3 key share for; the others can be asked for by HelloRetryRequest. */
  readonly keyShares: readonly number[]
  readonly signatureSchemes: readonly number[]
  readonly pointFormats: readonly number[]
  readonly serverName: string | null
  readonly alpn: readonly string[]
  readonly compressionMethods: readonly number[]
  /** How RFC 5746 is signalled. */
  readonly renegotiationInfo: 'scsv' | 'extension' | 'none'
  /** RFC 7507. */
  readonly fallback: boolean
  readonly flags: readonly OfferFlag[]
  /** Sent after all others, as they are. */
  readonly extraExtensions: readonly RawExtension[]
  /** Size in bytes to pad the handshake message to (RFC 7685), where it is smaller. */
  readonly padTo: number | null
  /** False leaves the extension block out altogether, as before RFC 3546. */
  readonly extensions: boolean
  /** What the field of the highest version says, where not what `versions` means. */
  readonly legacyVersion?: number
  /** Values in front of `supported_versions` that name no version. */
  readonly extraVersions?: readonly number[]
  /** Bytes of the hello in a first record of their own. */
  readonly firstRecord?: number
}
