import type { RawExtension } from '../wire/extensions/extension.ts'
import type { VersionName } from '../wire/registry/protocol-version.ts'
import type { ServerParams } from '../wire/server-key-exchange.ts'
import type { WireErrorCode } from '../wire/wire-error.ts'

/** What one connection with one offer came to. Plain data; a peer's behaviour is never an exception beyond this point. */
export type ProbeOutcome =
  | ServerHelloOutcome
  | AlertOutcome
  | FailedOutcome
  | NotTlsOutcome
  | MalformedOutcome
  | RefusedStarttls

interface Common {
  readonly shape: string
  /** First line of the clear-text greeting, where there was a STARTTLS dialect. */
  readonly banner: string | null
}

/** The server chose. Fields that the flight did not reach, or that we did not read on for, are null. */
export interface ServerHelloOutcome extends Common {
  readonly kind: 'server-hello'
  readonly version: VersionName
  /** For SSL 2.0 the first of `ssl2Ciphers`. */
  readonly cipherSuite: number
  readonly ssl2Ciphers: readonly number[]
  readonly compressionMethod: number
  readonly sessionIdLength: number
  /** Group of the key exchange, by ServerKeyExchange or key_share. */
  readonly group: number | null
  /** The server asked for that group by HelloRetryRequest first. */
  readonly retried: boolean
  readonly params: ServerParams | null
  readonly signatureScheme: number | null
  /** DER, leaf first; null where the flight was not read that far. */
  readonly certificates: readonly Uint8Array[] | null
  /** DER of the stapled OCSP response. */
  readonly ocspResponse: Uint8Array | null
  readonly sctCount: number
  readonly alpn: string | null
  /** Of ServerHello and, in TLS 1.3, of EncryptedExtensions. */
  readonly extensions: readonly RawExtension[]
  readonly certificateRequest: { readonly authorities: readonly Uint8Array[] } | null
  /** Groups that a TLS 1.3 server says it prefers. */
  readonly serverGroups: readonly number[]
  /** A fatal alert followed the hello before the flight was complete. */
  readonly interrupted: string | null
  /** The server picked a suite, version or group that was not offered. */
  readonly unoffered: 'cipher-suite' | 'version' | 'group' | null
}

export interface AlertOutcome extends Common {
  readonly kind: 'alert'
  readonly level: number
  readonly description: number
}

/** Nothing that could be read as an answer. */
export interface FailedOutcome extends Common {
  readonly kind: 'failed'
  readonly reason: FailureReason
}

export const failureReasons = [
  'closed',
  'reset',
  'timed-out',
  'refused',
  'unreachable',
  'too-much',
  'cancelled',
  'budget-spent',
  'blocked-by-guard',
] as const
export type FailureReason = (typeof failureReasons)[number]

/** The peer answered in another protocol. */
export interface NotTlsOutcome extends Common {
  readonly kind: 'not-tls'
  /** At most 16 bytes, hexadecimal. */
  readonly bytes: string
}

export interface MalformedOutcome extends Common {
  readonly kind: 'malformed'
  readonly code: WireErrorCode
  readonly path: string
}

export interface RefusedStarttls extends Common {
  readonly kind: 'starttls-refused'
  readonly reason: 'not-offered' | 'refused' | 'throttled' | 'not-spoken'
  readonly reply: string
}
