import type { Dialect, NotUpgraded, Upgrade } from './dialect.ts'
import { words } from './words.ts'

/** MySQL client/server protocol: HandshakeV10, answered by SSLRequest; TLS follows without a reply. */
export const mysql: Dialect = {
  kind: 'mysql',
  ports: [3306],
  upgrade: async (stream) => {
    const header = await stream.readExactly(4)
    const length = header.readUIntLE(0, 3)
    if (length < 3 || length > maxPacket || header[3] !== 0) return no('not-spoken', null, header.toString('latin1'))
    const packet = await stream.readExactly(length)
    if (packet[0] === 0xff) return readError(packet)
    const end = packet.indexOf(0, 1)
    if ((packet[0] !== 10 && packet[0] !== 9) || end < 0) return no('not-spoken', null, packet.toString('latin1'))
    const banner = words(packet.toString('latin1', 1, end))
    // After the version: thread id (4), salt (8), filler (1), then the lower half of the abilities.
    const abilities = end + 14
    if (packet[0] === 9 || abilities + 2 > packet.length) return no('not-offered', banner, banner)
    if ((packet.readUInt16LE(abilities) & clientSsl) === 0) return no('not-offered', banner, banner)
    stream.write(sslRequest)
    return { upgraded: true, banner }
  },
}

/** Codes of a server that is full, shutting down, or keeps us out for failed handshakes before. */
function readError(packet: Buffer): Upgrade {
  const code = packet.readUInt16LE(1)
  const text = packet.toString('utf8', 3).replace(/^#.{5}/, '')
  return no([1040, 1053, 1129, 1203].includes(code) ? 'throttled' : 'refused', null, `${code} ${text}`)
}

function no(reason: NotUpgraded['reason'], banner: string | null, reply: string): Upgrade {
  return { upgraded: false, reason, banner, reply: words(reply) }
}

const clientSsl = 0x0800
/** CLIENT_LONG_PASSWORD, CLIENT_PROTOCOL_41, CLIENT_SSL, CLIENT_SECURE_CONNECTION, CLIENT_PLUGIN_AUTH. */
const flags = 0x0008_8a01
const sslRequest = (() => {
  const packet = Buffer.alloc(36)
  packet.writeUIntLE(32, 0, 3)
  packet.writeUInt8(1, 3)
  packet.writeUInt32LE(flags, 4)
  packet.writeUInt32LE(0x0100_0000, 8)
  packet.writeUInt8(45, 12)
  return packet
})()
const maxPacket = 4096
