import { empty } from '../codec.ts'
import { extensionTypes } from '../registry/extension-type.ts'
import type { Extension } from './extension.ts'

/** RFC 8446 section 4.2.10 in ClientHello and EncryptedExtensions. */
export const earlyData: Extension<true> = { type: extensionTypes.earlyData, client: empty, server: empty }
