import { type Codec, list24, opaque8, opaque24, struct } from './codec.ts'
import { extensionList, type RawExtension } from './extensions/extension.ts'

/** RFC 5246 section 7.4.2: DER certificates, leaf first. */
export const certificate: Codec<readonly Uint8Array[]> = list24(opaque24)

export interface CertificateEntry {
  readonly data: Uint8Array
  readonly extensions: readonly RawExtension[]
}

export interface Certificate13 {
  readonly context: Uint8Array
  readonly entries: readonly CertificateEntry[]
}

/** RFC 8446 section 4.4.2. */
export const certificate13: Codec<Certificate13> = struct({
  context: opaque8,
  entries: list24(struct({ data: opaque24, extensions: extensionList })),
})
