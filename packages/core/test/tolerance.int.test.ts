import { connect, createServer, type Server } from 'node:net'
import { createServer as createTls } from 'node:tls'
import { afterEach, beforeAll, expect, it } from 'vitest'
import type { ToleranceId } from '../src/facts.ts'
import { toleranceIds } from '../src/facts.ts'
import { listen } from '../src/lab/servers.ts'
import { createAddressGuard } from '../src/net/address-guard.ts'
import { scanTarget } from '../src/scan.ts'
import { type Made, make } from './support/certificates.ts'

let made: Made
const servers: Server[] = []
beforeAll(async () => {
  made = await make({ subject: 'CN=server.example', key: 'rsa' })
})
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A real server behind something that hangs up on hellos it cannot bear, told from the first record alone. */
async function behind(isTooMuch: (record: Buffer) => boolean, maxVersion: 'TLSv1.2' | 'TLSv1.3'): Promise<number> {
  const real = createTls({ cert: made.pem, key: made.keyPem, maxVersion }, (socket) => socket.on('error', () => {}))
  real.on('tlsClientError', () => {})
  const realPort = await listen(real, 0, '127.0.0.1')
  const front = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', (chunk: Buffer) => {
      const isRecord = chunk[0] === 22 && chunk.length > 10
      if (isRecord && isTooMuch(chunk.subarray(0, 5 + chunk.readUInt16BE(3)))) {
        return void socket.end(Buffer.from('15030100020250', 'hex'))
      }
      const back = connect(realPort, '127.0.0.1')
      back.on('error', () => {})
      back.write(chunk)
      socket.pipe(back).pipe(socket)
    })
  })
  servers.push(real, front)
  return listen(front, 0, '127.0.0.1')
}

async function observe(port: number, allowActive: boolean) {
  const target = { host: '127.0.0.1', port, serverName: 'server.example', starttls: null }
  const guard = createAddressGuard({ allow: ['127.0.0.0/8'] })
  const [observation] = await scanTarget(target, { depth: 'full', guard, allowActive })
  if (observation === undefined) throw new Error('no observation')
  return observation.facts
}

const bears = (): boolean => false

it.each(['TLSv1.2', 'TLSv1.3'] as const)(
  'a server of %s bears everything',
  async (version) => {
    const { tolerance, deviations } = await observe(await behind(bears, version), true)
    expect(tolerance?.map(({ id }) => id)).toEqual([...toleranceIds])
    expect(tolerance?.filter(({ value }) => value !== true)).toEqual([])
    expect(deviations).toEqual([])
  },
  60_000,
)

const faults: readonly (readonly [ToleranceId, (record: Buffer) => boolean])[] = [
  ['grease', (record) => record.includes(Buffer.from('1a1a', 'hex'))],
  ['empty-last-extension', (record) => record.subarray(-4).equals(Buffer.from('ffa50000', 'hex'))],
  ['higher-version', (record) => record.readUInt16BE(9) > 0x0303],
  ['hello-over-one-segment', (record) => record.length > 2_000],
  ['fragmented-hello', (record) => record.length < 100],
]

it.each(faults)(
  'a server that cannot bear %s is seen to, and nothing else is said of it',
  async (id, isTooMuch) => {
    const { tolerance, deviations } = await observe(await behind(isTooMuch, 'TLSv1.2'), true)
    expect(tolerance?.filter(({ value }) => value !== true).map((fact) => [fact.id, fact.value])).toEqual([[id, false]])
    expect(deviations.map((each) => each.id)).toEqual([`${id}-intolerance`])
  },
  60_000,
)

it('without permission a server that departs from nothing is not asked', async () => {
  expect((await observe(await behind(bears, 'TLSv1.2'), false)).tolerance).toBeUndefined()
}, 60_000)

it('without permission a server that answers small hellos alone is asked what else it cannot bear', async () => {
  const { tolerance, deviations } = await observe(await behind((record) => record.length > 255, 'TLSv1.2'), false)
  expect(deviations.map(({ id }) => id)).toContain('large-hello-intolerance')
  const refused = tolerance?.filter(({ value }) => value === false).map(({ id }) => id)
  expect(refused).toEqual(['hello-of-256-to-511-bytes', 'hello-over-one-segment'])
}, 60_000)
