import { Buffer } from 'node:buffer'
import { crc32, createDeflateRaw } from 'node:zlib'

/** A file of an archive; its content is read once, when its turn comes. */
export interface ZipEntry {
  readonly name: string
  readonly content: AsyncIterable<string>
}

/**
 * An archive as a stream (PKWARE APPNOTE 6.3): every entry is compressed as it comes and its sizes follow behind it, so that
 * nothing has to be held. Sizes are written with 64 bits throughout.
 */
export async function* zipOf(entries: AsyncIterable<ZipEntry>, at: Date): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let offset = 0
  for await (const { name, content } of entries) {
    const entry = { name: Buffer.from(name, 'utf8'), offset, crc: 0, size: 0, packed: 0 }
    const header = localHeader(entry.name, at)
    yield header
    for await (const part of deflated(content, entry)) yield part
    const trailer = sizesBehind(entry)
    yield trailer
    written.push(entry)
    offset += header.length + entry.packed + trailer.length
  }
  const directory = Buffer.concat(written.map((entry) => directoryEntry(entry, at)))
  yield directory
  yield endOf(written.length, directory.length, offset)
}

interface Written {
  readonly name: Buffer
  readonly offset: number
  crc: number
  size: number
  packed: number
}

async function* deflated(content: AsyncIterable<string>, entry: Written): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw()
  const feed = async () => {
    for await (const text of content) {
      const bytes = Buffer.from(text, 'utf8')
      entry.crc = crc32(bytes, entry.crc)
      entry.size += bytes.length
      if (!deflate.write(bytes)) await new Promise((resolve) => deflate.once('drain', resolve))
    }
    deflate.end()
  }
  const feeding = feed().catch((error: unknown) => void deflate.destroy(error as Error))
  for await (const part of deflate as AsyncIterable<Buffer>) {
    entry.packed += part.length
    yield part
  }
  await feeding
}

/** Sizes come behind (bit 3), names are UTF-8 (bit 11). */
const flags = 0x0808
const deflateMethod = 8
const version64 = 45

function localHeader(name: Buffer, at: Date): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(version64, 4)
  head.writeUInt16LE(flags, 6)
  head.writeUInt16LE(deflateMethod, 8)
  head.writeUInt32LE(dosTime(at), 10)
  head.writeUInt32LE(0xffffffff, 18)
  head.writeUInt32LE(0xffffffff, 22)
  head.writeUInt16LE(name.length, 26)
  head.writeUInt16LE(20, 28)
  return Buffer.concat([head, name, extra64(0, 0)])
}

function sizesBehind({ crc, packed, size }: Written): Buffer {
  const trailer = Buffer.alloc(24)
  trailer.writeUInt32LE(0x08074b50, 0)
  trailer.writeUInt32LE(crc, 4)
  trailer.writeBigUInt64LE(BigInt(packed), 8)
  trailer.writeBigUInt64LE(BigInt(size), 16)
  return trailer
}

function directoryEntry({ name, offset, crc, size, packed }: Written, at: Date): Buffer {
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(version64, 4)
  head.writeUInt16LE(version64, 6)
  head.writeUInt16LE(flags, 8)
  head.writeUInt16LE(deflateMethod, 10)
  head.writeUInt32LE(dosTime(at), 12)
  head.writeUInt32LE(crc, 16)
  head.writeUInt32LE(0xffffffff, 20)
  head.writeUInt32LE(0xffffffff, 24)
  head.writeUInt16LE(name.length, 28)
  head.writeUInt16LE(28, 30)
  head.writeUInt32LE(0xffffffff, 42)
  return Buffer.concat([head, name, extra64(size, packed, offset)])
}

/** ZIP64 field: original size, compressed size, and in the directory where the entry begins. */
function extra64(...values: readonly number[]): Buffer {
  const field = Buffer.alloc(4 + values.length * 8)
  field.writeUInt16LE(1, 0)
  field.writeUInt16LE(values.length * 8, 2)
  for (const [i, value] of values.entries()) field.writeBigUInt64LE(BigInt(value), 4 + i * 8)
  return field
}

function endOf(count: number, directorySize: number, directoryAt: number): Buffer {
  const end = Buffer.alloc(56 + 20 + 22)
  end.writeUInt32LE(0x06064b50, 0)
  end.writeBigUInt64LE(44n, 4)
  end.writeUInt16LE(version64, 12)
  end.writeUInt16LE(version64, 14)
  end.writeBigUInt64LE(BigInt(count), 24)
  end.writeBigUInt64LE(BigInt(count), 32)
  end.writeBigUInt64LE(BigInt(directorySize), 40)
  end.writeBigUInt64LE(BigInt(directoryAt), 48)
  end.writeUInt32LE(0x07064b50, 56)
  end.writeBigUInt64LE(BigInt(directoryAt + directorySize), 64)
  end.writeUInt32LE(1, 72)
  end.writeUInt32LE(0x06054b50, 76)
  end.writeUInt16LE(Math.min(count, 0xffff), 84)
  end.writeUInt16LE(Math.min(count, 0xffff), 86)
  end.writeUInt32LE(0xffffffff, 88)
  end.writeUInt32LE(0xffffffff, 92)
  return end
}

const dosTime = (at: Date): number =>
  (((at.getUTCFullYear() - 1980) << 25) |
    ((at.getUTCMonth() + 1) << 21) |
    (at.getUTCDate() << 16) |
    (at.getUTCHours() << 11) |
    (at.getUTCMinutes() << 5) |
    (at.getUTCSeconds() >> 1)) >>>
  0
