/** TDS packets ([MS-TDS] section 2.2.3.1) around TLS records, in both directions. */
import type { Framing } from '../net/byte-stream.ts'

/** Type, status (1: last of the message), length with this header, SPID, packet id, window. */
export function tdsPacket(type: number, data: Uint8Array, last = true): Buffer {
  const header = Buffer.alloc(8)
  header.writeUInt8(type, 0)
  header.writeUInt8(last ? 1 : 0, 1)
  header.writeUInt16BE(8 + data.length, 2)
  header.writeUInt8(1, 6)
  return Buffer.concat([header, data])
}

/** Puts what is written into PRELOGIN packets and takes what arrives out of packets, however they are split. */
export function tdsFraming(): Framing {
  let pending = Buffer.alloc(0)
  let left = 0
  return {
    wrap: (data) => {
      const packets: Buffer[] = []
      for (let at = 0; at < data.length; at += maxData) {
        packets.push(tdsPacket(handshakeType, data.subarray(at, at + maxData), at + maxData >= data.length))
      }
      return Buffer.concat(packets)
    },
    unwrap: (chunk) => {
      pending = Buffer.concat([pending, chunk])
      const out: Buffer[] = []
      while (pending.length > 0) {
        if (left > 0) {
          const part = pending.subarray(0, left)
          out.push(part)
          left -= part.length
          pending = pending.subarray(part.length)
          continue
        }
        if (pending.length < 8) break
        const length = pending.readUInt16BE(2)
        // A header that cannot be one: what follows is handed on as it is and judged as not being TLS.
        left = length < 8 ? pending.length : length - 8
        if (length >= 8) pending = pending.subarray(8)
      }
      return Buffer.concat(out)
    },
  }
}

const handshakeType = 0x12
/** Packets are 4096 bytes until the login agrees on another size. */
const maxData = 4096 - 8
