import { empty, list16, opaque16 } from '../codec.ts'
import { extensionTypes } from '../registry/extension-type.ts'
import type { Extension } from './extension.ts'

/** RFC 6962 section 3.3.1: empty from a client, a list of timestamps from a server. */
export const signedCertificateTimestamp: Extension<true, readonly Uint8Array[]> = {
  type: extensionTypes.signedCertificateTimestamp,
  client: empty,
  server: list16(opaque16),
}
