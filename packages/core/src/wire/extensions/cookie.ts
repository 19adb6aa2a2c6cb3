import { opaque16 } from '../codec.ts'
import { extensionTypes } from '../registry/extension-type.ts'
import type { Extension } from './extension.ts'

/** RFC 8446 section 4.2.2. */
export const cookie: Extension<Uint8Array> = {
  type: extensionTypes.cookie,
  client: opaque16,
  server: opaque16,
}
