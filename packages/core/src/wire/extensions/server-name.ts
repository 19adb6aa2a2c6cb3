import { type Codec, empty, list16, opaque16, struct, uint8 } from '../codec.ts'
import { extensionTypes } from '../registry/extension-type.ts'
import type { Extension } from './extension.ts'

export interface ServerName {
  /** 0 is host_name; nothing else was ever assigned. */
  readonly type: number
  readonly name: Uint8Array
}

const acknowledged: Codec<true> = {
  read: (reader) => {
    // Some servers echo the list instead of the empty answer; what it says is ours anyway.
    reader.bytes(reader.remaining)
    return true
  },
  write: empty.write,
}

/** RFC 6066 section 3: names from a client, an empty acknowledgement from a server. */
export const serverName: Extension<readonly ServerName[], true> = {
  type: extensionTypes.serverName,
  client: list16(struct({ type: uint8, name: opaque16 })),
  server: acknowledged,
}

export function hostNameEntry(name: string): ServerName {
  return { type: 0, name: new TextEncoder().encode(name) }
}
