import { rest } from '../codec.ts'
import { extensionTypes } from '../registry/extension-type.ts'
import type { Extension } from './extension.ts'

/** RFC 5077 section 3.2: empty asks for a ticket. */
export const sessionTicket: Extension<Uint8Array> = {
  type: extensionTypes.sessionTicket,
  client: rest,
  server: rest,
}
