import { type Codec, list16, opaque16, struct, uint16 } from '../codec.ts'
import { extensionTypes } from '../registry/extension-type.ts'
import type { Extension } from './extension.ts'

export interface KeyShare {
  readonly group: number
  readonly exchange: Uint8Array
}

export const keyShareEntry: Codec<KeyShare> = struct({ group: uint16, exchange: opaque16 })

/** RFC 8446 section 4.2.8 in ClientHello and ServerHello. */
export const keyShare: Extension<readonly KeyShare[], KeyShare> = {
  type: extensionTypes.keyShare,
  client: list16(keyShareEntry),
  server: keyShareEntry,
}

/** The same extension in HelloRetryRequest: the group that the server wants. */
export const keyShareRetry: Extension<readonly KeyShare[], number> = { ...keyShare, server: uint16 }
