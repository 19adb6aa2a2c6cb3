import { type Codec, decode, encode, list16, opaque16, struct, uint16 } from '../codec.ts'
import { WireError } from '../wire-error.ts'

/** An extension as framed, RFC 8446 section 4.2. Unknown types and their bytes survive a round trip. */
export interface RawExtension {
  readonly type: number
  readonly data: Uint8Array
}

export const extensionList: Codec<readonly RawExtension[]> = list16(struct({ type: uint16, data: opaque16 }))

/** What a hello holds after its fixed fields: nothing at all (before RFC 3546), or a list. */
export const optionalExtensions: Codec<readonly RawExtension[] | null> = {
  read: (reader) => (reader.remaining === 0 ? null : extensionList.read(reader)),
  write: (writer, value) => {
    if (value !== null) extensionList.write(writer, value)
  },
}

/** One extension: what a client says in it, and what a server answers. */
export interface Extension<C, S = C> {
  readonly type: number
  readonly client: Codec<C>
  readonly server: Codec<S>
}

export function clientExtension<C, S>(extension: Extension<C, S>, value: C): RawExtension {
  return { type: extension.type, data: encode(extension.client, value) }
}

export function serverExtension<C, S>(extension: Extension<C, S>, value: S): RawExtension {
  return { type: extension.type, data: encode(extension.server, value) }
}

export type Extensions = readonly RawExtension[] | null

/** What the client said, undefined where it said nothing. A malformed value is a `WireError`. */
export function fromClient<C, S>(list: Extensions, extension: Extension<C, S>): C | undefined {
  const found = list?.find(({ type }) => type === extension.type)
  return found === undefined ? undefined : decode(extension.client, found.data)
}

export function fromServer<C, S>(list: Extensions, extension: Extension<C, S>): S | undefined {
  const found = list?.find(({ type }) => type === extension.type)
  return found === undefined ? undefined : decode(extension.server, found.data)
}

export function hasExtension(list: Extensions, type: number): boolean {
  return list?.some((extension) => extension.type === type) ?? false
}

/** RFC 8446 section 4.2: no type may stand twice. */
export function refuseDuplicates(list: Extensions): void {
  if (list === null) return
  const seen = new Set<number>()
  for (const { type } of list) {
    if (seen.has(type)) throw new WireError('duplicate', 0, ['extensions', String(type)])
    seen.add(type)
  }
}
