import type { AddressInfo } from 'node:net'
import { connect, createServer, type Server, type Socket } from 'node:net'

export interface TestProxy {
  readonly port: number
  /** What was asked for, `address:port`. */
  readonly asked: readonly string[]
  readonly stop: () => Promise<void>
}

/** A SOCKS5 proxy that wants `user` and `secret`. */
export function startSocks(user: string, secret: string): Promise<TestProxy> {
  return start(async (read, socket, asked) => {
    const [, methods = 0] = await read(2)
    if (!(await read(methods)).includes(2)) return socket.end(Uint8Array.of(5, 0xff))
    socket.write(Uint8Array.of(5, 2))
    const name = await read((await read(2))[1] as number)
    const word = await read((await read(1))[0] as number)
    const isKnown = name.toString() === user && word.toString() === secret
    socket.write(Uint8Array.of(1, isKnown ? 0 : 1))
    if (!isKnown) return socket.end()
    const kind = (await read(4))[3]
    const host = kind === 1 ? [...(await read(4))].join('.') : (await read(16)).toString('hex')
    const port = (await read(2)).readUInt16BE()
    asked.push(`${host}:${port}`)
    return join(socket, host, port, (ok) => Uint8Array.of(5, ok ? 0 : 5, 0, 1, 0, 0, 0, 0, 0, 0))
  })
}

/** An HTTP proxy that wants nothing. */
export function startConnect(): Promise<TestProxy> {
  return start(async (read, socket, asked) => {
    let head = ''
    while (!head.endsWith('\r\n\r\n')) head += (await read(1)).toString('latin1')
    const [, host = '', port = ''] = /^CONNECT (\S+):(\d+) HTTP/.exec(head) ?? []
    asked.push(`${host}:${port}`)
    const answer = (ok: boolean) => Buffer.from(ok ? 'HTTP/1.1 200 OK\r\nVia: test\r\n\r\n' : 'HTTP/1.1 502 No\r\n\r\n')
    return join(socket, host, Number(port), answer)
  })
}

type Read = (length: number) => Promise<Buffer>

async function start(serve: (read: Read, socket: Socket, asked: string[]) => Promise<unknown>): Promise<TestProxy> {
  const asked: string[] = []
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    serve(readerOf(socket), socket, asked).catch(() => socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  return { port: (server.address() as AddressInfo).port, asked, stop }
}

function readerOf(socket: Socket): Read {
  return async (length) => {
    for (;;) {
      const bytes: Buffer | null = length === 0 ? Buffer.alloc(0) : socket.read(length)
      if (bytes !== null) return bytes
      await new Promise<void>((resolve, reject) => {
        socket.once('readable', resolve).once('end', () => reject(new Error('ended')))
      })
    }
  }
}

function join(socket: Socket, host: string, port: number, answer: (ok: boolean) => Uint8Array): void {
  const upstream = connect(port, host)
  upstream.once('connect', () => {
    socket.write(answer(true))
    socket.pipe(upstream)
    upstream.pipe(socket)
  })
  upstream.on('error', () => socket.end(answer(false)))
  socket.on('close', () => upstream.destroy())
}
