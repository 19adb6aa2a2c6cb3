/**
 * What one kind of peer offers in its ClientHello, as data: enough to compute a handshake without dialling.
 * A profile is never edited in place when the product changes; a new one is added beside it.
 */
import type { ProtocolVersion } from '../facts.ts'
import type { Sureness } from '../rules/source.ts'

export const profileFamilies = [
  'microsoft-365',
  'windows',
  'dotnet',
  'office',
  'exchange',
  'java',
  'openssl',
  'android',
  'apple',
  'browser',
  'tool',
  'device',
] as const
export type ProfileFamily = (typeof profileFamilies)[number]

export interface Profile {
  readonly id: string
  readonly family: ProfileFamily
  /** Product and version as their makers write them; not translated. */
  readonly name: string
  /** Oldest first. */
  readonly versions: readonly ProtocolVersion[]
  /** Suites offered, most wanted first, TLS 1.3 suites included. */
  readonly cipherSuites: readonly number[]
  /** Named groups offered, most wanted first; empty where the hello has no supported_groups extension. */
  readonly groups: readonly number[]
  /** Signature schemes offered; null where the hello has no signature_algorithms extension. */
  readonly signatureSchemes: readonly number[] | null
  /** Whether it sends server_name (RFC 6066 section 3). */
  readonly sendsServerName: boolean
  /** Bounds in bits of the finite-field Diffie-Hellman prime that it will use; null is no bound. */
  readonly dhBits: { readonly min: number | null; readonly max: number | null }
  /** Smallest RSA key in bits that it takes from a server; null is no bound. */
  readonly minRsaBits: number | null
  /** `always`: a bad certificate ends the connection; `never`: encryption without proof, as opportunistic SMTP does. */
  readonly verifies: 'always' | 'never'
  readonly source: string
  /** Day on which the figures were collected, ISO 8601. */
  readonly capturedOn: string
  readonly sureness: Sureness
}
