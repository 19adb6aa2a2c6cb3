import { type AddressInfo, connect, createServer } from 'node:net'
import { createServer as createTls, type TlsOptions } from 'node:tls'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createAddressGuard } from '../src/net/address-guard.ts'
import { scanTarget } from '../src/scan.ts'
import { type Made, make } from './support/certificates.ts'

let rsa: Made
let ec: Made
const closing: (() => void)[] = []
beforeAll(async () => {
  rsa = await make({ subject: 'CN=server.example', key: 'rsa' })
  ec = await make({ subject: 'CN=server.example' })
})
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

async function serve(options: TlsOptions): Promise<number> {
  const server = createTls(options, (socket) => socket.on('error', () => {}))
  server.on('tlsClientError', () => {})
  closing.push(() => server.close())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

async function observe(port: number) {
  const target = { host: '127.0.0.1', port, serverName: 'server.example', starttls: null }
  const guard = createAddressGuard({ allow: ['127.0.0.0/8'] })
  const [observation] = await scanTarget(target, { depth: 'full', guard })
  if (observation === undefined) throw new Error('no observation')
  return observation.facts
}

describe('a server that has had enough of us after some connections', () => {
  it.each([
    ['hangs up', ''],
    ['says that it is in trouble', '15030300020250'],
  ])(
    'and then %s is not said to have no more suites',
    async (_name, words) => {
      const realPort = await serve({ cert: rsa.pem, key: rsa.keyPem, minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' })
      let connections = 0
      const front = createServer((socket) => {
        socket.on('error', () => {})
        connections += 1
        if (connections > 24) return void socket.once('data', () => socket.end(Buffer.from(words, 'hex')))
        const back = connect(realPort, '127.0.0.1')
        back.on('error', () => {})
        socket.pipe(back).pipe(socket)
      })
      closing.push(() => front.close())
      await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve))
      const { protocols } = await observe((front.address() as AddressInfo).port)
      const tls12 = protocols.find(({ version }) => version === 'TLSv1.2')
      expect(tls12).toMatchObject({ offered: true, enumeration: 'partial' })
    },
    60_000,
  )
})

describe('groups of a server of TLS 1.2 with an ECDSA certificate alone', () => {
  const only = { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-GCM-SHA256' } as const
  const groupsOf = async (options: TlsOptions): Promise<readonly string[]> => {
    const port = await serve({ cert: ec.pem, key: ec.keyPem, ...only, ...options })
    return (await observe(port)).groups.map(({ name }) => name).sort()
  }

  it('show behind the curve of the certificate where the client chooses', async () => {
    const groups = await groupsOf({ ecdhCurve: 'X25519:P-256:P-384:P-521', honorCipherOrder: false })
    expect(groups).toEqual(['secp256r1', 'secp384r1', 'secp521r1', 'x25519'])
  }, 60_000)

  it('are not invented: what the server likes less than that curve nobody can get', async () => {
    const groups = await groupsOf({ ecdhCurve: 'P-256:P-384', honorCipherOrder: true })
    expect(groups).toEqual(['secp256r1'])
  }, 60_000)
})
