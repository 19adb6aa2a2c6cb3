import { list16, opaque8, opaque16, struct, uint16, uint32 } from '../codec.ts'
import { extensionTypes } from '../registry/extension-type.ts'
import type { Extension } from './extension.ts'

export interface OfferedPsks {
  readonly identities: readonly { readonly identity: Uint8Array; readonly obfuscatedTicketAge: number }[]
  readonly binders: readonly Uint8Array[]
}

/** RFC 8446 section 4.2.11; must be the last extension of a hello. A server answers with an index. */
export const preSharedKey: Extension<OfferedPsks, number> = {
  type: extensionTypes.preSharedKey,
  client: struct({
    identities: list16(struct({ identity: opaque16, obfuscatedTicketAge: uint32 })),
    binders: list16(opaque8),
  }),
  server: uint16,
}
