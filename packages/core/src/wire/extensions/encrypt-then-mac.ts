import { empty } from '../codec.ts'
import { extensionTypes } from '../registry/extension-type.ts'
import type { Extension } from './extension.ts'

/** RFC 7366 section 2. */
export const encryptThenMac: Extension<true> = {
  type: extensionTypes.encryptThenMac,
  client: empty,
  server: empty,
}
