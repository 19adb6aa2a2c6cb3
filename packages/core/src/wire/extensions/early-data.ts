import { type Codec, empty, uint32 } from '../codec.ts'
import { extensionTypes } from '../registry/extension-type.ts'
import type { Extension } from './extension.ts'

/** RFC 8446 section 4.2.10 in ClientHello and EncryptedExtensions. */
export const earlyData: Extension<true> = { type: extensionTypes.earlyData, client: empty, server: empty }

/** The same extension in NewSessionTicket: the most bytes of 0-RTT data the server takes. */
export const maxEarlyDataSize: Codec<number> = uint32
