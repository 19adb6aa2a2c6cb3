import { list8, uint16 } from '../codec.ts'
import { extensionTypes } from '../registry/extension-type.ts'
import type { Extension } from './extension.ts'

/** RFC 8879 section 3: 1 zlib, 2 brotli, 3 zstd. */
export const compressCertificate: Extension<readonly number[]> = {
  type: extensionTypes.compressCertificate,
  client: list8(uint16),
  server: list8(uint16),
}
