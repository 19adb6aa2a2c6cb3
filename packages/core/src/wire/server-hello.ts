import { type Codec, opaque, opaque8, struct, uint8, uint16 } from './codec.ts'
import { fromServer, optionalExtensions, type RawExtension } from './extensions/extension.ts'
import { supportedVersions } from './extensions/supported-versions.ts'

/** RFC 8446 section 4.1.3, which a HelloRetryRequest shares, and RFC 5246 section 7.4.1.3. */
export interface ServerHello {
  readonly version: number
  readonly random: Uint8Array
  readonly sessionId: Uint8Array
  readonly cipherSuite: number
  readonly compressionMethod: number
  readonly extensions: readonly RawExtension[] | null
}

export const serverHello: Codec<ServerHello> = struct({
  version: uint16,
  random: opaque(32),
  sessionId: opaque8,
  cipherSuite: uint16,
  compressionMethod: uint8,
  extensions: optionalExtensions,
})

/** The version that was negotiated: `supported_versions` where it stands, else the legacy field. */
export function negotiatedVersion(hello: ServerHello): number {
  return fromServer(hello.extensions, supportedVersions) ?? hello.version
}

/** RFC 8446 section 4.1.3: a HelloRetryRequest is a ServerHello with this random, SHA-256 of "HelloRetryRequest". */
export function isHelloRetryRequest(hello: ServerHello): boolean {
  return hello.random.every((byte, at) => byte === helloRetryRandom[at])
}

export const helloRetryRandom = Uint8Array.from([
  0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11, 0xbe, 0x1d, 0x8c, 0x02, 0x1e, 0x65, 0xb8, 0x91, 0xc2, 0xa2, 0x11,
  0x16, 0x7a, 0xbb, 0x8c, 0x5e, 0x07, 0x9e, 0x09, 0xe2, 0xc8, 0xa8, 0x33, 0x9c,
])
