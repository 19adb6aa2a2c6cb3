import { opaque8 } from '../codec.ts'
import { extensionTypes } from '../registry/extension-type.ts'
import type { Extension } from './extension.ts'

/** RFC 5746 section 3.2; empty in a first handshake. */
export const renegotiationInfo: Extension<Uint8Array> = {
  type: extensionTypes.renegotiationInfo,
  client: opaque8,
  server: opaque8,
}
