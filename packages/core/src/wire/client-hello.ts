import { type Codec, list8, list16, opaque, opaque8, struct, uint8, uint16 } from './codec.ts'
import { optionalExtensions, type RawExtension } from './extensions/extension.ts'

/** RFC 8446 section 4.1.2, RFC 5246 section 7.4.1.2; without extensions also that of SSL 3.0. */
export interface ClientHello {
  readonly version: number
  readonly random: Uint8Array
  readonly sessionId: Uint8Array
  readonly cipherSuites: readonly number[]
  readonly compressionMethods: readonly number[]
  readonly extensions: readonly RawExtension[] | null
}

export const clientHello: Codec<ClientHello> = struct({
  version: uint16,
  random: opaque(32),
  sessionId: opaque8,
  cipherSuites: list16(uint16),
  compressionMethods: list8(uint8),
  extensions: optionalExtensions,
})
