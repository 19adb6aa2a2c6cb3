import { type Codec, list8, list16, opaque8, opaque16, struct, uint8, uint16 } from './codec.ts'
import { extensionList, type RawExtension } from './extensions/extension.ts'

export interface CertificateRequest12 {
  readonly types: readonly number[]
  readonly signatureSchemes: readonly number[]
  /** Distinguished names in DER. */
  readonly authorities: readonly Uint8Array[]
}

/** RFC 5246 section 7.4.4. */
export const certificateRequest12: Codec<CertificateRequest12> = struct({
  types: list8(uint8),
  signatureSchemes: list16(uint16),
  authorities: list16(opaque16),
})

/** RFC 4346 section 7.4.4 and SSL 3.0: without signature algorithms. */
export const certificateRequest10: Codec<Omit<CertificateRequest12, 'signatureSchemes'>> = struct({
  types: list8(uint8),
  authorities: list16(opaque16),
})

/** RFC 8446 section 4.3.2. */
export const certificateRequest13: Codec<{
  readonly context: Uint8Array
  readonly extensions: readonly RawExtension[]
}> = struct({ context: opaque8, extensions: extensionList })
