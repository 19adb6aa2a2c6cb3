import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import type { ByteStream } from '../src/net/byte-stream.ts'
import { dial } from '../src/net/dial.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** One connection to a server that does `serve` with it. */
async function dialled(serve: (socket: Socket) => void): Promise<ByteStream> {
  const server = createServer(serve).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const result = await dial({ address: '127.0.0.1', port, timeout: 10_000 })
  if (!result.connected) throw new Error(result.reason)
  return result.stream
}

describe('What a dialled connection reads', () => {
  test('is its own, whatever other connections read meanwhile', async () => {
    const letters = [...'abcdefgh']
    const streams = await Promise.all(letters.map((letter) => dialled((socket) => socket.write(letter.repeat(70_000)))))
    const read = await Promise.all(streams.map((stream) => stream.readExactly(70_000)))
    expect(read.map((bytes) => bytes.toString())).toEqual(letters.map((letter) => letter.repeat(70_000)))
    for (const stream of streams) stream.close()
  })

  test('is whole where the reader is slower than the peer, who has hung up', async () => {
    const sent = Buffer.from(Array.from({ length: 900_000 }, (_, at) => at % 251))
    const stream = await dialled((socket) => socket.end(sent))
    const parts: Buffer[] = []
    for (let length = 0; length < sent.length; length += parts.at(-1)?.length ?? 0) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      parts.push(await stream.read())
    }
    expect(Buffer.concat(parts).equals(sent)).toBe(true)
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThan(400_000)
    await expect(stream.read()).rejects.toMatchObject({ code: 'closed' })
  })
})
