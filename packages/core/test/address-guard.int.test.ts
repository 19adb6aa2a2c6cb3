import { promises as dns } from 'node:dns'
import { createServer, type Server as HttpServer } from 'node:http'
import { type AddressInfo, createServer as createTcp, type Server } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAddressGuard } from '../src/net/address-guard.ts'
import { guardedRequest } from '../src/net/guarded-request.ts'
import type { Resolution } from '../src/net/resolve.ts'
import { scanTarget } from '../src/scan.ts'
import { a, type DnsServer, type Script, startDns } from './support/dns-server.ts'

/** The allowed network is one loopback address; another one stands for what must never be reached. */
const allowed = '127.0.7.1'
const forbidden = '127.0.7.2'
const guard = createAddressGuard({ allow: [`${allowed}/32`] })

let dnsServer: DnsServer
let script: Record<string, readonly Uint8Array[]>
let web: HttpServer
let trap: Server
let port: number
let caught = 0

beforeAll(async () => {
  script = {}
  dnsServer = await startDns(script as Script)
  web = createServer((request, response) => {
    if (request.url === '/elsewhere') response.writeHead(302, { location: `http://${forbidden}:${port}/` }).end()
    else if (request.url === '/flood') response.end('x'.repeat(200_000))
    else response.end(`this is ${request.headers.host}`)
  })
  await new Promise<void>((resolve) => web.listen(0, allowed, resolve))
  port = (web.address() as AddressInfo).port
  trap = createTcp((socket) => {
    caught += 1
    socket.destroy()
  })
  await new Promise<void>((resolve) => trap.listen(port, forbidden, resolve))
})

afterAll(() => {
  web?.close()
  trap?.close()
  dnsServer?.stop()
})

/** Asks the real name server each time, and makes its next answer another one. */
function rebinding(name: string, first: string, then: string) {
  script[`${name} A`] = [a(first)]
  const resolver = new dns.Resolver({ timeout: 2_000, tries: 1 })
  resolver.setServers([dnsServer.address])
  return async (host: string): Promise<Resolution> => {
    const addresses = await resolver.resolve4(host)
    script[`${name} A`] = [a(then)]
    return { resolved: true, addresses }
  }
}

it('dials the address that was checked, though the name points elsewhere a moment later', async () => {
  const resolve = rebinding('web.example', allowed, forbidden)
  const answer = await guardedRequest(`http://web.example:${port}/`, { guard, resolve })
  expect(answer).toEqual({ answered: true, status: 200, body: `this is web.example:${port}` })
  expect(dnsServer.asked.filter((question) => question === 'web.example A')).toHaveLength(1)
  expect(await resolve('web.example')).toEqual({ resolved: true, addresses: [forbidden] })
  expect(await guardedRequest(`http://web.example:${port}/`, { guard, resolve })).toEqual({
    answered: false,
    reason: 'blocked-by-guard',
  })
  expect(caught).toBe(0)
})

it('probes the address that was checked with every connection of a scan', async () => {
  const resolve = rebinding('probed.example', allowed, forbidden)
  const target = { host: 'probed.example', port, serverName: 'probed.example', starttls: null }
  const [observation] = await scanTarget(target, { depth: 'full', guard, resolve })
  expect(observation?.target.address).toBe(allowed)
  expect(observation?.cost.connections).toBeGreaterThan(0)
  expect(dnsServer.asked.filter((question) => question === 'probed.example A')).toHaveLength(1)
  const [next] = await scanTarget(target, { depth: 'full', guard, resolve })
  expect(next?.facts).toMatchObject({ status: 'BLOCKED', reason: 'blocked-by-guard' })
  expect(next?.cost.connections).toBe(0)
  expect(caught).toBe(0)
})

it('of several addresses dials the permitted ones alone', async () => {
  const resolve = async (): Promise<Resolution> => ({ resolved: true, addresses: [forbidden, allowed] })
  const answer = await guardedRequest(`http://both.example:${port}/`, { guard, resolve })
  expect(answer).toMatchObject({ answered: true, status: 200 })
  expect(caught).toBe(0)
})

it('takes a redirect for an answer and does not follow it', async () => {
  const answer = await guardedRequest(`http://${allowed}:${port}/elsewhere`, { guard })
  expect(answer).toEqual({ answered: true, status: 302, body: '' })
  expect(caught).toBe(0)
})

it('reads no more than it was told to', async () => {
  expect(await guardedRequest(`http://${allowed}:${port}/flood`, { guard })).toEqual({
    answered: false,
    reason: 'too-large',
  })
})

it.each(['file:///etc/passwd', 'ftp://example.com/', 'http://user:password@example.com/', 'nonsense', 'gopher://x'])(
  'asks nothing of %s',
  async (place) => {
    expect(await guardedRequest(place, { guard })).toEqual({ answered: false, reason: 'invalid-url' })
  },
)

it.each([
  'http://169.254.169.254/latest/meta-data',
  'http://[::ffff:127.0.7.2]/',
  'http://2130706433/',
  'http://0x7f.1/',
])('reaches nothing of this machine or of a cloud by %s', async (place) => {
  expect(await guardedRequest(place, { guard })).toEqual({ answered: false, reason: 'blocked-by-guard' })
})
