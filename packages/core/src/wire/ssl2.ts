/** SSL 2.0 hellos: the SSL 2.0 specification (Netscape, 1995) sections 2.5 and 2.6, and RFC 5246 appendix E.2. */
import { type Codec, opaque, rest, struct, uint8, uint16, uint24 } from './codec.ts'
import { WireError } from './wire-error.ts'

export interface Ssl2ClientHello {
  readonly version: number
  readonly ciphers: readonly number[]
  readonly sessionId: Uint8Array
  readonly challenge: Uint8Array
}

export interface Ssl2ServerHello {
  readonly sessionIdHit: number
  readonly certificateType: number
  readonly version: number
  readonly certificate: Uint8Array
  readonly ciphers: readonly number[]
  readonly connectionId: Uint8Array
}

const clientType = 1
const serverType = 4

/** Body of the record, message type included. */
export const ssl2ClientHello: Codec<Ssl2ClientHello> = {
  read: (reader) => {
    if (uint8.read(reader) !== clientType) throw new WireError('bad-value', reader.offset, ['type'])
    const version = uint16.read(reader)
    const lengths = [uint16.read(reader), uint16.read(reader), uint16.read(reader)] as const
    return {
      version,
      ciphers: readCiphers(reader, lengths[0]),
      sessionId: reader.bytes(lengths[1]),
      challenge: reader.bytes(lengths[2]),
    }
  },
  write: (writer, { version, ciphers, sessionId, challenge }) => {
    uint8.write(writer, clientType)
    uint16.write(writer, version)
    for (const length of [ciphers.length * 3, sessionId.length, challenge.length]) uint16.write(writer, length)
    for (const cipher of ciphers) uint24.write(writer, cipher)
    rest.write(writer, sessionId)
    rest.write(writer, challenge)
  },
}

export const ssl2ServerHello: Codec<Ssl2ServerHello> = {
  read: (reader) => {
    if (uint8.read(reader) !== serverType) throw new WireError('bad-value', reader.offset, ['type'])
    const { sessionIdHit, certificateType, version } = serverHead.read(reader)
    const lengths = [uint16.read(reader), uint16.read(reader), uint16.read(reader)] as const
    return {
      sessionIdHit,
      certificateType,
      version,
      certificate: reader.bytes(lengths[0]),
      ciphers: readCiphers(reader, lengths[1]),
      connectionId: reader.bytes(lengths[2]),
    }
  },
  write: (writer, value) => {
    uint8.write(writer, serverType)
    serverHead.write(writer, value)
    const { certificate, ciphers, connectionId } = value
    for (const length of [certificate.length, ciphers.length * 3, connectionId.length]) uint16.write(writer, length)
    rest.write(writer, certificate)
    for (const cipher of ciphers) uint24.write(writer, cipher)
    rest.write(writer, connectionId)
  },
}

/** The two-byte header of an SSL 2.0 record without padding: high bit set, then 15 bits of length. */
export const ssl2Record: Codec<Uint8Array> = {
  read: (reader) => {
    const head = uint16.read(reader)
    if ((head & 0x8000) === 0) throw new WireError('bad-value', reader.offset, ['record', 'length'])
    return opaque(head & 0x7fff).read(reader)
  },
  write: (writer, body) => {
    if (body.length > 0x7fff) throw new WireError('too-large', writer.length, ['record', 'length'])
    uint16.write(writer, 0x8000 | body.length)
    rest.write(writer, body)
  },
}

const serverHead = struct({ sessionIdHit: uint8, certificateType: uint8, version: uint16 })

function readCiphers(reader: Parameters<typeof uint24.read>[0], bytes: number): number[] {
  if (bytes % 3 !== 0) throw new WireError('length-mismatch', reader.offset, ['ciphers'])
  return Array.from({ length: bytes / 3 }, () => uint24.read(reader))
}
