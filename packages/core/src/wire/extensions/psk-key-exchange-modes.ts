import { list8, uint8 } from '../codec.ts'
import { extensionTypes } from '../registry/extension-type.ts'
import type { Extension } from './extension.ts'

/** RFC 8446 section 4.2.9: 0 without, 1 with a fresh key exchange. A server never sends it. */
export const pskKeyExchangeModes: Extension<readonly number[]> = {
  type: extensionTypes.pskKeyExchangeModes,
  client: list8(uint8),
  server: list8(uint8),
}
