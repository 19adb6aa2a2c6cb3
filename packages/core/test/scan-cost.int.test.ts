import type { AddressInfo } from 'node:net'
import { createServer, type Server, type TlsOptions } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openGuard } from '../src/net/address-guard.ts'
import { type Observation, type ScanOptions, scanTarget } from '../src/scan.ts'
import { make } from './support/certificates.ts'

/** A server of Node that counts who knocks. */
class CountedServer {
  connections = 0
  readonly #server: Server

  constructor(options: TlsOptions) {
    this.#server = createServer(options, (socket) => socket.end()).on('tlsClientError', () => {})
    this.#server.on('connection', () => {
      this.connections += 1
    })
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  start(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()))
  }

  async scan(options: Partial<ScanOptions> = {}): Promise<Observation & { readonly counted: number }> {
    const before = this.connections
    const target = { host: '127.0.0.1', port: this.port, serverName: 'server.example', starttls: null }
    const [observation] = await scanTarget(target, { depth: 'full', guard: openGuard, ...options })
    if (observation === undefined) throw new Error('no observation')
    return { ...observation, counted: this.connections - before }
  }
}

const servers = new Map<string, CountedServer>()
const server = (name: string): CountedServer => servers.get(name) as CountedServer

beforeAll(async () => {
  const { keyPem: key, pem: cert } = await make({ subject: 'CN=server.example', dns: ['server.example'], key: 'rsa' })
  const identity = { key, cert }
  servers.set(
    'modern',
    new CountedServer({ ...identity, minVersion: 'TLSv1.2', ciphers: modern, honorCipherOrder: true }),
  )
  servers.set('rich', new CountedServer({ ...identity, minVersion: 'TLSv1', ciphers: rich, honorCipherOrder: true }))
  servers.set(
    'fewer',
    new CountedServer({ ...identity, minVersion: 'TLSv1.2', ciphers: fewer, honorCipherOrder: true }),
  )
  await Promise.all([...servers.values()].map((each) => each.start()))
})
afterAll(() => Promise.all([...servers.values()].map((each) => each.stop())))

const modern =
  'TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-CHACHA20-POLY1305'
const fewer = modern.replace(':ECDHE-RSA-AES128-GCM-SHA256', '')
const rich = 'ALL:!aNULL:!eNULL:!PSK:!SRP:@SECLEVEL=0'

describe('what a scan costs', () => {
  test('a modern server: at most 40 connections, every one of them counted', async () => {
    const { counted, cost, facts } = await server('modern').scan()
    expect(facts.protocols.map(({ cipherSuites }) => cipherSuites.length)).toEqual([0, 0, 0, 0, 3, 3])
    expect(counted).toBe(cost.connections)
    expect(counted).toBeLessThanOrEqual(40)
  })

  test('the quick check: at most 6 connections', async () => {
    const { counted, facts } = await server('modern').scan({ depth: 'quick' })
    expect(facts.protocols.map(({ offered }) => offered)).toEqual([false, false, false, false, true, true])
    expect(facts.certificates.length).toBeGreaterThan(0)
    expect(counted).toBeLessThanOrEqual(6)
  })

  test('a server with everything: little more than one connection a suite and version', async () => {
    const { counted, facts, cost } = await server('rich').scan()
    const offered = facts.protocols.filter((fact) => fact.offered)
    expect(offered.map(({ version }) => version)).toEqual(['TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'])
    const pairs = offered.reduce((sum, { cipherSuites }) => sum + cipherSuites.length, 0)
    expect(pairs).toBeGreaterThan(40)
    expect(counted).toBeLessThanOrEqual(1.15 * (pairs + offered.length) + 15 + asideFromEnumeration)
    const byQuestion = Object.values(cost.questions ?? {}).reduce((sum, count) => sum + count, 0)
    expect(byQuestion).toBe(counted)
  })

  test('an unchanged server: at most 12 connections, and the same facts', async () => {
    const first = await server('modern').scan()
    const second = await server('modern').scan({ previous: first.facts })
    expect(second.facts).toEqual(first.facts)
    expect(second.counted).toBeLessThanOrEqual(12)
  })

  test('a server that changed: the change is seen', async () => {
    const first = await server('modern').scan()
    const second = await server('fewer').scan({ previous: first.facts })
    expect(second.facts.protocols[4]?.cipherSuites.map(({ name }) => name)).toEqual([
      'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
      'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
    ])
  })

  test('two scans of one server give equal facts, to the last byte', async () => {
    const [first, second] = [await server('rich').scan(), await server('rich').scan()]
    expect(JSON.stringify(second.facts)).toBe(JSON.stringify(first.facts))
  })

  test('a cancelled scan ends, and says of what it did not see that it did not', async () => {
    const controller = new AbortController()
    const scanning = server('rich').scan({ signal: controller.signal, budget: { perSecond: 20 } })
    setTimeout(() => controller.abort(), 200)
    const { facts } = await scanning
    expect(facts.protocols.some(({ enumeration }) => enumeration === 'complete')).toBe(false)
  })

  test('a budget of connections is kept to', async () => {
    const { counted } = await server('rich').scan({ budget: { total: 9 } })
    expect(counted).toBeLessThanOrEqual(9)
  })
})

/** Fallback, missing name and sessions, and schemes and protocols beyond the number of groups: of fewer pairs a larger part. */
const asideFromEnumeration = 6
