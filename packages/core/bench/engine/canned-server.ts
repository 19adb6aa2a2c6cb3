/** Answers every connection with one recorded TLS 1.2 first flight, on all of 127.0.0.0/8. Prints its port. */
import { createServer } from 'node:net'
import { encodeHandshake, handshakeTypes } from '../../src/wire/handshake.ts'
import { encodeRecord } from '../../src/wire/record.ts'
import { serverHello } from '../../src/wire/server-hello.ts'

const hello = {
  version: 0x0303,
  random: new Uint8Array(32).fill(7),
  sessionId: new Uint8Array(32),
  cipherSuite: 0xc02f,
}
const message = { ...hello, compressionMethod: 0, extensions: [{ type: 0xff01, data: Uint8Array.of(0) }] }
const fragment = encodeHandshake(handshakeTypes.serverHello, serverHello, message)
const flight = encodeRecord({ type: 22, version: 0x0303, fragment })

const server = createServer({ noDelay: true }, (socket) => {
  socket.on('error', () => socket.destroy())
  socket.once('data', () => socket.write(flight))
})
server.listen(0, '0.0.0.0', 4_096, () => {
  const address = server.address()
  process.send?.(typeof address === 'object' && address !== null ? address.port : 0)
})
process.on('disconnect', () => process.exit(0))
