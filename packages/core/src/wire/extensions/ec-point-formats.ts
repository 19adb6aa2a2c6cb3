import { list8, uint8 } from '../codec.ts'
import { extensionTypes } from '../registry/extension-type.ts'
import type { Extension } from './extension.ts'

/** RFC 8422 section 5.1.2; 0 is uncompressed, 1 and 2 are compressed. */
export const ecPointFormats: Extension<readonly number[]> = {
  type: extensionTypes.ecPointFormats,
  client: list8(uint8),
  server: list8(uint8),
}
