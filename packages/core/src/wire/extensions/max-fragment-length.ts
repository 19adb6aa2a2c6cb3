import { uint8 } from '../codec.ts'
import { extensionTypes } from '../registry/extension-type.ts'
import type { Extension } from './extension.ts'

/** RFC 6066 section 4: 1 to 4 for 2^9 to 2^12 bytes. */
export const maxFragmentLength: Extension<number> = {
  type: extensionTypes.maxFragmentLength,
  client: uint8,
  server: uint8,
}
