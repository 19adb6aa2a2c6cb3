import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAddressGuard, openGuard } from '../src/net/address-guard.ts'
import { parseProxy } from '../src/net/proxy.ts'
import { scanTarget } from '../src/scan.ts'
import { make } from './support/certificates.ts'
import { startConnect, startSocks, type TestProxy } from './support/proxies.ts'

let server: Server
let socks: TestProxy
let http: TestProxy
const port = () => (server.address() as AddressInfo).port

beforeAll(async () => {
  const { keyPem: key, pem: cert } = await make({ subject: 'CN=server.example' })
  server = createServer({ key, cert }, (socket) => socket.end()).on('tlsClientError', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  socks = await startSocks('me', 'sésame')
  http = await startConnect()
})
afterAll(async () => {
  await Promise.all([socks.stop(), http.stop(), new Promise((resolve) => server.close(resolve))])
})

async function through(proxy: string, target = port(), guard = openGuard) {
  const [observation] = await scanTarget(
    { host: '127.0.0.1', port: target, serverName: null, starttls: null },
    { depth: 'quick', guard, proxy: parseProxy(proxy) },
  )
  return observation?.facts
}

describe('a proxy', () => {
  test('of SOCKS5 leads to the server, by the address that was checked', async () => {
    const facts = await through(`socks5://me:${encodeURIComponent('sésame')}@127.0.0.1:${socks.port}`)
    expect(facts).toMatchObject({ status: 'OBSERVED' })
    expect(new Set(socks.asked)).toEqual(new Set([`127.0.0.1:${port()}`]))
  })

  test('of HTTP leads to the server', async () => {
    expect(await through(`http://127.0.0.1:${http.port}`)).toMatchObject({ status: 'OBSERVED' })
    expect(new Set(http.asked)).toEqual(new Set([`127.0.0.1:${port()}`]))
  })

  test('that refuses us leaves the target out of reach', async () => {
    expect(await through(`socks5://me:wrong@127.0.0.1:${socks.port}`)).toMatchObject({ status: 'UNREACHABLE' })
    expect(await through('socks5://127.0.0.1:1')).toMatchObject({ status: 'UNREACHABLE' })
  })

  test('tells a closed port from an open one', async () => {
    expect(await through(`socks5://me:${encodeURIComponent('sésame')}@127.0.0.1:${socks.port}`, 1)).toMatchObject({
      status: 'REFUSED',
    })
  })

  test('is no way round the address guard', async () => {
    const before = http.asked.length
    const facts = await through(`http://127.0.0.1:${http.port}`, port(), createAddressGuard({ allow: [] }))
    expect(facts).toMatchObject({ status: 'BLOCKED', reason: 'blocked-by-guard' })
    expect(http.asked.length).toBe(before)
  })
})

test.each(['ftp://127.0.0.1:21', 'socks5://', 'nonsense', 'https://127.0.0.1'])('%s is no proxy', (text) => {
  expect(parseProxy(text)).toBeNull()
})
