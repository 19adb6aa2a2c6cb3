import { rest } from '../codec.ts'
import { extensionTypes } from '../registry/extension-type.ts'
import type { Extension } from './extension.ts'

/** RFC 7685: zero bytes that give the hello a wanted size. */
export const padding: Extension<Uint8Array> = {
  type: extensionTypes.padding,
  client: rest,
  server: rest,
}
