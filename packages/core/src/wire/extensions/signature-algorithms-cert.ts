import { list16, uint16 } from '../codec.ts'
import { extensionTypes } from '../registry/extension-type.ts'
import type { Extension } from './extension.ts'

/** RFC 8446 section 4.2.3: signatures that may stand in certificates. */
export const signatureAlgorithmsCert: Extension<readonly number[]> = {
  type: extensionTypes.signatureAlgorithmsCert,
  client: list16(uint16),
  server: list16(uint16),
}
