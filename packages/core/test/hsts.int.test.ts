import { createServer as createHttps } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createAddressGuard } from '../src/net/address-guard.ts'
import { scanTarget } from '../src/scan.ts'
import { type Made, make } from './support/certificates.ts'

let made: Made
let close: () => void = () => undefined
beforeAll(async () => {
  made = await make({ subject: 'CN=www.example', key: 'rsa' })
})
afterEach(() => close())

type Versions = { readonly minVersion?: 'TLSv1.3'; readonly maxVersion?: 'TLSv1.2' }

/** A real web server; what it answers is told by what it is asked. */
async function serve(headers: Readonly<Record<string, string>>, versions: Versions = {}) {
  const asked: string[] = []
  const server = createHttps(
    { cert: made.pem, key: made.keyPem, ALPNProtocols: ['http/1.1'], ...versions },
    (request, answer) => {
      asked.push(`${request.method} ${request.url} ${request.headers.host}`)
      answer.writeHead(404, headers).end()
    },
  )
  server.on('tlsClientError', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  close = () => server.close()
  return { port: (server.address() as AddressInfo).port, asked }
}

async function observe(port: number) {
  const target = { host: '127.0.0.1', port, serverName: 'www.example', starttls: null }
  const guard = createAddressGuard({ allow: ['127.0.0.0/8'] })
  const [observation] = await scanTarget(target, { depth: 'full', guard })
  if (observation === undefined) throw new Error('no observation')
  return observation.facts
}

describe.each<[string, Versions]>([
  ['TLS 1.3', {}],
  ['TLS 1.2', { maxVersion: 'TLSv1.2' }],
])('an HTTPS server of %s', (_name, versions) => {
  it('is asked once for its policy, by its name, whatever else it answers', async () => {
    const header = 'max-age=63072000; includeSubDomains; preload'
    const { port, asked } = await serve({ 'Strict-Transport-Security': header }, versions)
    const { hsts, features } = await observe(port)
    expect(hsts).toEqual({
      state: 'sent',
      maxAge: 63_072_000,
      includeSubDomains: true,
      preload: true,
      reason: null,
    })
    expect(asked).toEqual([`HEAD / www.example:${port}`])
    expect(features.resumption?.value).toBe(true)
  })

  it('without a policy is seen to have none', async () => {
    const { port } = await serve({}, versions)
    expect((await observe(port)).hsts).toMatchObject({ state: 'absent', maxAge: null, reason: null })
  })
})
