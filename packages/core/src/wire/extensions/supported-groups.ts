import { list16, uint16 } from '../codec.ts'
import { extensionTypes } from '../registry/extension-type.ts'
import type { Extension } from './extension.ts'

/** RFC 8422 section 5.1.1 and RFC 8446 section 4.2.7. Only a TLS 1.3 server sends one, in EncryptedExtensions. */
export const supportedGroups: Extension<readonly number[]> = {
  type: extensionTypes.supportedGroups,
  client: list16(uint16),
  server: list16(uint16),
}
