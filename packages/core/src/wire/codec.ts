/** The grammar of RFC 8446 section 3 as values: a codec is one value with both directions. */
import { Reader } from './reader.ts'
import { WireError } from './wire-error.ts'
import { Writer } from './writer.ts'

export interface Codec<T> {
  readonly read: (reader: Reader) => T
  readonly write: (writer: Writer, value: T) => void
}

export type ValueOf<C> = C extends Codec<infer T> ? T : never

/** Reads the whole of `bytes`; anything left over is an error. */
export function decode<T>(codec: Codec<T>, bytes: Uint8Array): T {
  const reader = new Reader(bytes)
  const value = codec.read(reader)
  reader.finish()
  return value
}

export function encode<T>(codec: Codec<T>, value: T): Uint8Array {
  const writer = new Writer()
  codec.write(writer, value)
  return writer.finish()
}

const unsigned = (size: number): Codec<number> => ({
  read: (reader) => reader.uint(size),
  write: (writer, value) => writer.uint(size, value),
})

export const uint8 = unsigned(1)
export const uint16 = unsigned(2)
export const uint24 = unsigned(3)
export const uint32 = unsigned(4)

/** Exactly `length` opaque bytes. */
export const opaque = (length: number): Codec<Uint8Array> => ({
  read: (reader) => reader.bytes(length),
  write: (writer, value) => {
    if (value.length !== length) throw new WireError('length-mismatch', writer.length)
    writer.bytes(value)
  },
})

/** Everything up to the end of the enclosing vector. */
export const rest: Codec<Uint8Array> = {
  read: (reader) => reader.bytes(reader.remaining),
  write: (writer, value) => writer.bytes(value),
}

/** `body` behind a length of `size` bytes; `body` must use up all of it. */
export const sized = <T>(size: 1 | 2 | 3, body: Codec<T>): Codec<T> => ({
  read: (reader) => {
    const part = reader.part(reader.uint(size))
    const value = body.read(part)
    part.finish()
    return value
  },
  write: (writer, value) => writer.vector(size, () => body.write(writer, value)),
})

export const opaque8 = sized(1, rest)
export const opaque16 = sized(2, rest)
export const opaque24 = sized(3, rest)

/** Items up to the end of the enclosing vector. */
export const items = <T>(item: Codec<T>): Codec<readonly T[]> => ({
  read: (reader) => {
    const list: T[] = []
    while (reader.remaining > 0) list.push(named(String(list.length), () => item.read(reader)))
    return list
  },
  write: (writer, list) => {
    for (const [at, value] of list.entries()) named(String(at), () => item.write(writer, value))
  },
})

export const list8 = <T>(item: Codec<T>): Codec<readonly T[]> => sized(1, items(item))
export const list16 = <T>(item: Codec<T>): Codec<readonly T[]> => sized(2, items(item))
export const list24 = <T>(item: Codec<T>): Codec<readonly T[]> => sized(3, items(item))

type Fields = Readonly<Record<string, Codec<never> | Codec<unknown>>>
type StructOf<F> = { readonly [K in keyof F]: ValueOf<F[K]> }

/** Named fields one after another, in the order of `fields`. */
export const struct = <F extends { readonly [K in keyof F]: Codec<ValueOf<F[K]>> }>(fields: F): Codec<StructOf<F>> => {
  const entries = Object.entries(fields as Fields) as [string, Codec<unknown>][]
  return {
    read: (reader) => {
      const value: Record<string, unknown> = {}
      for (const [name, codec] of entries) value[name] = named(name, () => codec.read(reader))
      return value as StructOf<F>
    },
    write: (writer, value) => {
      const values = value as Record<string, unknown>
      for (const [name, codec] of entries) named(name, () => codec.write(writer, values[name]))
    },
  }
}

/** Nothing at all: the body of an extension whose presence is its meaning. */
export const empty: Codec<true> = { read: () => true, write: () => undefined }

function named<T>(field: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    throw error instanceof WireError ? error.within(field) : error
  }
}
