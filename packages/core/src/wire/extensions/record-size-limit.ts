import { uint16 } from '../codec.ts'
import { extensionTypes } from '../registry/extension-type.ts'
import type { Extension } from './extension.ts'

/** RFC 8449 section 4. */
export const recordSizeLimit: Extension<number> = {
  type: extensionTypes.recordSizeLimit,
  client: uint16,
  server: uint16,
}
