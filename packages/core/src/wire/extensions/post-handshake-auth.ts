import { empty } from '../codec.ts'
import { extensionTypes } from '../registry/extension-type.ts'
import type { Extension } from './extension.ts'

/** RFC 8446 section 4.2.6. A server never sends it. */
export const postHandshakeAuth: Extension<true> = {
  type: extensionTypes.postHandshakeAuth,
  client: empty,
  server: empty,
}
