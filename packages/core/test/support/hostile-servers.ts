/** Peers that mean no good, or are broken: each costs the prober its budget and no more. Bytes are built by hand. */
import type { AddressInfo, Socket } from 'node:net'
import { createServer } from 'node:net'

export interface HostileServer {
  readonly port: number
  readonly stop: () => Promise<void>
}

export type HostileKind = keyof typeof behaviours

export async function startHostile(kind: HostileKind): Promise<HostileServer> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    behaviours[kind](socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

const record = (type: number, body: Uint8Array, length = body.length) =>
  Buffer.concat([Buffer.of(type, 3, 3, length >> 8, length & 0xff), body])

const handshake = (type: number, body: Uint8Array, length = body.length) =>
  Buffer.concat([Buffer.of(type, length >> 16, (length >> 8) & 0xff, length & 0xff), body])

const serverHello = (suite: number, random = Buffer.alloc(32, 7), extensions = Buffer.alloc(0)) =>
  handshake(
    2,
    Buffer.concat([
      Buffer.of(3, 3),
      random,
      Buffer.of(0, suite >> 8, suite & 0xff, 0),
      ...(extensions.length > 0 ? [Buffer.of(extensions.length >> 8, extensions.length & 0xff), extensions] : []),
    ]),
  )

/** SHA-256 of "HelloRetryRequest" (RFC 8446 section 4.1.3). */
const retryRandom = Buffer.from('cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c', 'hex')
const retry = record(22, serverHello(0x1301, retryRandom, Buffer.from('002b00020304003300020018', 'hex')))

/** Answers the first bytes heard, whatever they are. */
const onFirst = (socket: Socket, act: () => void) => socket.once('data', act)

/** Sends as long as somebody reads. */
function pour(socket: Socket, chunk: Uint8Array): void {
  const more = () => {
    while (!socket.destroyed && socket.write(chunk));
  }
  socket.on('drain', more)
  more()
}

function drip(socket: Socket, bytes: Uint8Array, everyMs: number): void {
  let at = 0
  const timer = setInterval(() => {
    if (socket.destroyed) clearInterval(timer)
    else socket.write(Buffer.of(bytes[at++ % bytes.length] ?? 0))
  }, everyMs)
  socket.on('close', () => clearInterval(timer))
}

const many = (piece: Uint8Array) => Buffer.concat(Array.from({ length: 1000 }, () => piece))
const hugeCertificate = 16_777_215

export const behaviours = {
  'says nothing': () => {},
  'closes at once': (socket: Socket) => socket.end(),
  'closes after the hello': (socket: Socket) => onFirst(socket, () => socket.end()),
  'resets after the hello': (socket: Socket) => onFirst(socket, () => socket.resetAndDestroy()),
  'speaks HTTP': (socket: Socket) => onFirst(socket, () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n<html>')),
  'speaks SSH first': (socket: Socket) => socket.write('SSH-2.0-OpenSSH_9.2p1 Debian\r\n'),
  'drips a record byte by byte': (socket: Socket) => drip(socket, record(22, serverHello(0xc02f), 16_000), 20),
  'drips empty records': (socket: Socket) => drip(socket, record(22, Buffer.alloc(0)), 1),
  'floods with records of noise': (socket: Socket) =>
    onFirst(socket, () => pour(socket, many(record(22, Buffer.alloc(60, 0xee))))),
  'floods with bytes that are no records': (socket: Socket) => pour(socket, Buffer.alloc(65_536, 0x5a)),
  'floods with empty records': (socket: Socket) =>
    onFirst(socket, () => pour(socket, many(record(22, Buffer.alloc(0))))),
  'floods with warning alerts': (socket: Socket) =>
    onFirst(socket, () => pour(socket, many(record(21, Buffer.of(1, 90))))),
  'floods with change cipher specs': (socket: Socket) =>
    onFirst(socket, () => pour(socket, many(record(20, Buffer.of(1))))),
  'asks to retry for ever': (socket: Socket) => socket.on('data', () => socket.write(retry)),
  'claims more than it sends': (socket: Socket) =>
    onFirst(socket, () => socket.end(record(22, serverHello(0xc02f), 9000))),
  'lies about the length inside': (socket: Socket) =>
    onFirst(socket, () => socket.end(record(22, handshake(2, Buffer.alloc(70, 0xff), 60)))),
  'picks a suite that was not offered': (socket: Socket) =>
    onFirst(socket, () => socket.end(record(22, serverHello(0x1a1a)))),
  'picks NULL with a huge session id': (socket: Socket) =>
    onFirst(socket, () =>
      socket.end(
        record(22, handshake(2, Buffer.concat([Buffer.of(3, 3), Buffer.alloc(32), Buffer.of(255), Buffer.alloc(20)]))),
      ),
    ),
  'sends a certificate of 16 MB': (socket: Socket) =>
    onFirst(socket, () => {
      socket.write(record(22, serverHello(0xc02f)))
      const length = Buffer.from([hugeCertificate >> 16, (hugeCertificate >> 8) & 0xff, hugeCertificate & 0xff])
      socket.write(record(22, Buffer.concat([Buffer.of(11), length, length, length])))
      pour(socket, many(record(22, Buffer.alloc(16_000, 0x30))))
    }),
  'sends a thousand certificates': (socket: Socket) =>
    onFirst(socket, () => {
      const one = Buffer.concat([Buffer.of(0, 0, 40), Buffer.alloc(40, 0x30)])
      const list = Buffer.concat(Array.from({ length: 1000 }, () => one))
      const message = handshake(11, Buffer.concat([Buffer.of(0, list.length >> 8, list.length & 0xff), list]))
      socket.write(record(22, serverHello(0xc02f)))
      for (let at = 0; at < message.length; at += 16_000) socket.write(record(22, message.subarray(at, at + 16_000)))
    }),
  'sends an unknown alert': (socket: Socket) => onFirst(socket, () => socket.end(record(21, Buffer.of(2, 200)))),
  'says that it is in trouble': (socket: Socket) => onFirst(socket, () => socket.end(record(21, Buffer.of(2, 80)))),
  'echoes what it hears': (socket: Socket) => socket.pipe(socket),
} satisfies Readonly<Record<string, (socket: Socket) => unknown>>
