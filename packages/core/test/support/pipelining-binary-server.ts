/** Protocols of messages that ask for TLS, and keep or drop what stands in the same packet behind the request. */
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { createSecureContext, TLSSocket } from 'node:tls'
import type { StarttlsKind } from '../../src/target.ts'

export type MessageProtocol = Extract<StarttlsKind, 'ldap' | 'xmpp' | 'xmpp-server' | 'postgres' | 'irc'>

interface Protocol {
  readonly greeting: Buffer
  /** How long the first message in `bytes` is; 0 while it is not whole. */
  readonly measure: (bytes: Buffer, secure: boolean) => number
  readonly asksForTls: (message: Buffer) => boolean
  readonly permission: Buffer
  readonly answer: (message: Buffer, secure: boolean) => Buffer
}

export async function startMessageServer(
  protocol: MessageProtocol,
  treatment: 'keeps' | 'drops',
  pair: { readonly cert: string; readonly key: string },
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  const secureContext = createSecureContext(pair)
  const { greeting, measure, asksForTls, permission, answer } = protocols[protocol]
  const talk = (socket: Socket, pending: Buffer, secure: boolean): void => {
    let waiting = pending
    const serve = (): void => {
      for (let length = measure(waiting, secure); length > 0; length = measure(waiting, secure)) {
        const message = waiting.subarray(0, length)
        waiting = waiting.subarray(length)
        if (secure || !asksForTls(message)) {
          socket.write(answer(message, secure))
          continue
        }
        socket.write(permission)
        socket.off('data', onData)
        const kept = treatment === 'keeps' ? waiting : Buffer.alloc(0)
        const upgraded = new TLSSocket(socket, { isServer: true, secureContext })
        upgraded.on('error', () => socket.destroy())
        upgraded.once('secure', () => talk(upgraded, kept, true))
        return
      }
    }
    const onData = (chunk: Buffer): void => {
      waiting = Buffer.concat([waiting, chunk])
      serve()
    }
    socket.on('data', onData)
    serve()
  }
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.write(greeting)
    talk(socket, Buffer.alloc(0), false)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  }
}

const none = Buffer.alloc(0)
const has = (message: Buffer, text: string): boolean => message.includes(text)
const until = (bytes: Buffer, mark: string): number => bytes.indexOf(mark) + (bytes.includes(mark) ? mark.length : 1)

/** Every tag is a message. A stream that was not opened cannot be closed. */
const xmpp = (): Protocol => {
  const open = new Set<boolean>()
  return {
    greeting: none,
    measure: (bytes) => until(bytes, '>'),
    asksForTls: (message) => has(message, '<starttls'),
    permission: Buffer.from("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"),
    answer: (message, secure) => {
      if (has(message, '<stream:stream')) {
        open.add(secure)
        return Buffer.from('<stream:stream><stream:features><starttls/></stream:features>')
      }
      if (!has(message, '</stream')) return none
      return Buffer.from(open.delete(true) ? '</stream:stream>' : '<stream:stream><stream:error/></stream:stream>')
    },
  }
}

const postgresError = (text: string): Buffer => {
  const fields = Buffer.from(`SFATAL\0C0A000\0Munsupported frontend protocol ${text}\0\0`)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(fields.length + 4)
  return Buffer.concat([Buffer.from('E'), length, fields])
}

const protocols: Readonly<Record<MessageProtocol, Protocol>> = {
  xmpp: xmpp(),
  'xmpp-server': xmpp(),
  irc: {
    greeting: Buffer.from(':irc.example NOTICE * :hello\r\n'),
    measure: (bytes) => until(bytes, '\r\n'),
    asksForTls: (message) => has(message, 'STARTTLS'),
    permission: Buffer.from(':irc.example 670 * :go\r\n'),
    answer: (message) =>
      Buffer.from(has(message, 'PING') ? `:irc.example PONG irc.example ${message.subarray(5)}` : 'ERROR :bye\r\n'),
  },
  ldap: {
    greeting: none,
    measure: (bytes) => (bytes.length > 1 && bytes.length >= 2 + (bytes[1] as number) ? 2 + (bytes[1] as number) : 0),
    asksForTls: (message) => message[5] === 0x77,
    permission: Buffer.from('300c02010178070a010004000400', 'hex'),
    // SearchResultDone with the id of the request.
    answer: (message) => Buffer.from(`300c0201${message.toString('hex', 4, 5)}65070a010004000400`, 'hex'),
  },
  postgres: {
    greeting: none,
    measure: (bytes) => (bytes.length >= 4 && bytes.length >= bytes.readUInt32BE(0) ? bytes.readUInt32BE(0) : 0),
    asksForTls: (message) => message.readUInt32BE(4) === 80_877_103,
    permission: Buffer.from('S'),
    answer: (message) => postgresError(`${message.readUInt16BE(4)}.0`),
  },
}
