import { uint8 } from '../codec.ts'
import { extensionTypes } from '../registry/extension-type.ts'
import type { Extension } from './extension.ts'

/** RFC 6520 section 2: 1 may be sent, 2 must not. */
export const heartbeat: Extension<number> = {
  type: extensionTypes.heartbeat,
  client: uint8,
  server: uint8,
}
