import { empty } from '../codec.ts'
import { extensionTypes } from '../registry/extension-type.ts'
import type { Extension } from './extension.ts'

/** RFC 7627 section 5.1. */
export const extendedMasterSecret: Extension<true> = {
  type: extensionTypes.extendedMasterSecret,
  client: empty,
  server: empty,
}
