/** A TCP relay that reads what passes: the hello a real client sends, and what the handshake comes to. */

import type { AddressInfo } from 'node:net'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { type ClientHello, clientHello } from '../../src/wire/client-hello.ts'
import { decode } from '../../src/wire/codec.ts'
import { handshakeTypes } from '../../src/wire/handshake.ts'
import { contentTypes, HandshakeReader, RecordReader } from '../../src/wire/record.ts'
import { isHelloRetryRequest, type ServerHello, serverHello } from '../../src/wire/server-hello.ts'

export interface Passage {
  hello: ClientHello | null
  answer: ServerHello | null
  /** Both sides sent their Finished. */
  completed: boolean
}

export interface Tap {
  readonly port: number
  /** Connections since the last call; ends those that are still open. */
  readonly take: () => readonly Passage[]
  /** Where connections go from now on. */
  readonly aim: (port: number) => void
  readonly stop: () => Promise<void>
}

export async function openTap(): Promise<Tap> {
  let target = 0
  let passages: Passage[] = []
  const open = new Set<Socket>()
  const server: Server = createServer((client) => {
    open.add(client.once('close', () => open.delete(client)))
    const passage: Passage = { hello: null, answer: null, completed: false }
    passages.push(passage)
    relay(client, target, passage)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    take: () => {
      const taken = passages
      passages = []
      // A client may leave helpers behind that hold on to their connections.
      for (const socket of open) socket.destroy()
      return taken
    },
    aim: (port) => {
      target = port
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function relay(client: Socket, port: number, passage: Passage): void {
  const upstream = connect(port, '127.0.0.1')
  const watch = { client: reader(), server: reader() }
  client.on('error', () => upstream.destroy()).on('close', () => upstream.destroy())
  upstream.on('error', () => client.destroy()).on('close', () => client.end())
  client.on('data', (bytes: Buffer) => {
    watch.client.push(bytes, (type, length, message) => {
      if (message?.type === handshakeTypes.clientHello && !passage.hello)
        passage.hello = decode(clientHello, message.body)
      // In TLS 1.3 the Finished is the first protected record; an alert is far shorter.
      if (type === contentTypes.applicationData && passage.answer && length > 40) passage.completed = true
    })
    upstream.write(bytes)
  })
  upstream.on('data', (bytes: Buffer) => {
    watch.server.push(bytes, (type, _length, message) => {
      if (message?.type === handshakeTypes.serverHello && !passage.answer) {
        const hello = decode(serverHello, message.body)
        if (!isHelloRetryRequest(hello)) passage.answer = hello
      }
      // Up to TLS 1.2 the server changes cipher only after the client's Finished was right.
      const older = passage.answer !== null && !passage.answer.extensions?.some((one) => one.type === 43)
      if (type === contentTypes.changeCipherSpec && older) passage.completed = true
    })
    client.write(bytes)
  })
}

type Message = { readonly type: number; readonly body: Uint8Array } | null

function reader() {
  const records = new RecordReader()
  const messages = new HandshakeReader()
  let clear = true
  return {
    push(bytes: Uint8Array, seen: (type: number, length: number, message: Message) => void): void {
      records.push(new Uint8Array(bytes))
      for (let record = records.next(); record !== null; record = records.next()) {
        seen(record.type, record.fragment.length, null)
        if (record.type === contentTypes.changeCipherSpec) clear = false
        if (record.type !== contentTypes.handshake || !clear) continue
        messages.push(record.fragment)
        for (let frame = messages.next(); frame !== null; frame = messages.next()) seen(record.type, 0, frame)
      }
    },
  }
}
