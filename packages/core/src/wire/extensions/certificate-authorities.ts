import { list16, opaque16 } from '../codec.ts'
import { extensionTypes } from '../registry/extension-type.ts'
import type { Extension } from './extension.ts'

/** RFC 8446 section 4.2.4: distinguished names in DER. */
export const certificateAuthorities: Extension<readonly Uint8Array[]> = {
  type: extensionTypes.certificateAuthorities,
  client: list16(opaque16),
  server: list16(opaque16),
}
