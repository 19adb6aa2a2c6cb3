import { list16, opaque8 } from '../codec.ts'
import { extensionTypes } from '../registry/extension-type.ts'
import type { Extension } from './extension.ts'

/** RFC 7301 section 3.1. A server answers with exactly one name. */
export const applicationLayerProtocolNegotiation: Extension<readonly Uint8Array[]> = {
  type: extensionTypes.applicationLayerProtocolNegotiation,
  client: list16(opaque8),
  server: list16(opaque8),
}
