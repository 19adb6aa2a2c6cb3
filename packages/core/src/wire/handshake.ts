/** Handshake message types of RFC 8446 section 4, RFC 5246 section 7.4, and the framing both share. */
import type { Codec } from './codec.ts'
import { Writer } from './writer.ts'

export const handshakeTypes = {
  helloRequest: 0,
  clientHello: 1,
  serverHello: 2,
  newSessionTicket: 4,
  encryptedExtensions: 8,
  certificate: 11,
  serverKeyExchange: 12,
  certificateRequest: 13,
  serverHelloDone: 14,
  certificateVerify: 15,
  clientKeyExchange: 16,
  finished: 20,
  certificateStatus: 22,
  compressedCertificate: 25,
} as const

export function encodeHandshake<T>(type: number, codec: Codec<T>, value: T): Uint8Array {
  const writer = new Writer(1_024)
  writer.uint(1, type)
  writer.vector(3, () => codec.write(writer, value))
  return writer.finish()
}
