import type { ByteStream } from '../net/byte-stream.ts'
import type { Dialect, NotUpgraded, Upgrade } from './dialect.ts'
import { tdsFraming, tdsPacket } from './tds-packet.ts'
import { words } from './words.ts'

/** [MS-TDS] section 2.2.6.5: PRELOGIN agrees on encryption, and the handshake then travels inside TDS packets. */
export const mssql: Dialect = {
  kind: 'mssql',
  ports: [1433],
  upgrade: async (stream) => {
    stream.write(prelogin)
    const message = await readMessage(stream)
    const options = message && readOptions(message)
    if (!options) return no('not-spoken', null, message?.toString('latin1') ?? '')
    const version = options.get(versionToken)
    const banner = version && version.length >= 4 ? `${version[0]}.${version[1]}.${version.readUInt16BE(2)}` : null
    const encryption = options.get(encryptionToken)?.[0]
    if (encryption === undefined) return no('not-spoken', banner, '')
    if (encryption === notSupported) return no('not-offered', banner, 'ENCRYPT_NOT_SUP')
    stream.reframe(tdsFraming())
    return { upgraded: true, banner }
  },
}

const versionToken = 0
const encryptionToken = 1
const encryptOn = 1
const notSupported = 2
const preloginType = 0x12
const responseType = 0x04

/** VERSION, ENCRYPTION (on), INSTOPT, THREADID, MARS; each token names offset and length of its data. */
const prelogin = (() => {
  const options: readonly (readonly [number, Buffer])[] = [
    [versionToken, Buffer.from([16, 0, 0, 0, 0, 0])],
    [encryptionToken, Buffer.of(encryptOn)],
    [2, Buffer.of(0)],
    [3, Buffer.alloc(4)],
    [4, Buffer.of(0)],
  ]
  let offset = options.length * 5 + 1
  const tokens = options.map(([token, data]) => {
    const entry = Buffer.of(token, offset >> 8, offset & 0xff, 0, data.length)
    offset += data.length
    return entry
  })
  return tdsPacket(preloginType, Buffer.concat([...tokens, Buffer.of(0xff), ...options.map(([, data]) => data)]))
})()

/** Packets up to the one marked as the last of the message. */
async function readMessage(stream: ByteStream): Promise<Buffer | null> {
  const parts: Buffer[] = []
  for (let count = 0; count < 4; count += 1) {
    const header = await stream.readExactly(8)
    const length = header.readUInt16BE(2)
    if ((header[0] !== responseType && header[0] !== preloginType) || length < 8 || length > maxPacket) return null
    parts.push(Buffer.from(await stream.readExactly(length - 8)))
    if (((header[1] ?? 0) & 1) === 1) return Buffer.concat(parts)
  }
  return null
}

function readOptions(message: Buffer): ReadonlyMap<number, Buffer> | null {
  const options = new Map<number, Buffer>()
  for (let at = 0; message[at] !== 0xff; at += 5) {
    if (at + 5 > message.length) return null
    const start = message.readUInt16BE(at + 1)
    const end = start + message.readUInt16BE(at + 3)
    if (end > message.length) return null
    options.set(message.readUInt8(at), message.subarray(start, end))
  }
  return options
}

function no(reason: NotUpgraded['reason'], banner: string | null, reply: string): Upgrade {
  return { upgraded: false, reason, banner, reply: words(reply) }
}

const maxPacket = 32_767
