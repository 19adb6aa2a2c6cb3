/** Servers that talk in clear text until they hand the connection to node:tls: dialects that no Debian package serves. */
import type { AddressInfo, Socket } from 'node:net'
import { createServer } from 'node:net'
import { Duplex } from 'node:stream'
import { createSecureContext, type SecureContextOptions, TLSSocket } from 'node:tls'

export interface ClearTextServer {
  readonly port: number
  readonly stop: () => Promise<void>
}

/** `talk` answers one line or packet at a time and returns the stream to speak TLS on once it is agreed. */
export type Talk = (socket: Socket, upgrade: (over?: Duplex) => void) => void

export async function startClearText(talk: Talk, options: SecureContextOptions): Promise<ClearTextServer> {
  const sockets = new Set<Socket>()
  const secureContext = createSecureContext(options)
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    talk(socket, (over = socket) => {
      const secure = new TLSSocket(over as Socket, { isServer: true, secureContext })
      secure.on('error', () => socket.destroy())
    })
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

/** Answers lines by a table; `TLS` after the answer starts the handshake. */
export function lines(greeting: string, answers: Readonly<Record<string, string>>): Talk {
  return (socket, upgrade) => {
    if (greeting !== '') socket.write(`${greeting}\r\n`)
    let pending = ''
    const onData = (chunk: Buffer) => {
      pending += chunk.toString('latin1')
      for (let end = pending.indexOf('\n'); end >= 0; end = pending.indexOf('\n')) {
        const line = pending.slice(0, end).trim()
        pending = pending.slice(end + 1)
        const key = Object.keys(answers).find((each) => line.toUpperCase().startsWith(each))
        const answer = key === undefined ? '500 what?' : (answers[key] ?? '')
        if (answer.endsWith('TLS!')) socket.off('data', onData)
        socket.write(`${answer.replace(/ ?TLS!$/, '')}\r\n`)
        if (answer.endsWith('TLS!')) upgrade()
      }
    }
    socket.on('data', onData)
  }
}

/** SQL Server's way ([MS-TDS]): PRELOGIN, then TLS inside packets of type 0x12 of at most `size` bytes. */
export function tds(encryption: number, size = 512): Talk {
  return (socket, upgrade) => {
    socket.once('data', () => {
      const options = Buffer.concat([
        Buffer.of(0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xff),
        Buffer.of(15, 0, 7, 208, 0, 0, encryption),
      ])
      socket.write(packet(0x04, options, true))
      if (encryption === 2) return
      const over = new Duplex({
        read: () => {},
        write: (chunk: Buffer, _encoding, done) => {
          for (let at = 0; at < chunk.length; at += size)
            socket.write(packet(0x12, chunk.subarray(at, at + size), at + size >= chunk.length))
          done()
        },
      })
      let pending = Buffer.alloc(0)
      socket.on('data', (chunk: Buffer) => {
        pending = Buffer.concat([pending, chunk])
        while (pending.length >= 8 && pending.length >= pending.readUInt16BE(2)) {
          const length = pending.readUInt16BE(2)
          over.push(Buffer.from(pending.subarray(8, length)))
          pending = pending.subarray(length)
        }
      })
      socket.on('close', () => over.push(null))
      upgrade(over)
    })
  }
}

function packet(type: number, data: Uint8Array, last: boolean): Buffer {
  const length = data.length + 8
  return Buffer.concat([Buffer.of(type, last ? 1 : 0, length >> 8, length & 0xff, 0, 0, 1, 0), data])
}
