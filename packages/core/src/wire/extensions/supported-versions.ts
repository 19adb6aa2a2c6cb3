import { list8, uint16 } from '../codec.ts'
import { extensionTypes } from '../registry/extension-type.ts'
import type { Extension } from './extension.ts'

/** RFC 8446 section 4.2.1: a list from a client, the one chosen from a server. */
export const supportedVersions: Extension<readonly number[], number> = {
  type: extensionTypes.supportedVersions,
  client: list8(uint16),
  server: uint16,
}
