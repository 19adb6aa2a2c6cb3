import { readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { createServer, type TlsOptions } from 'node:tls'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Facts } from '../../src/facts.ts'
import { createAddressGuard } from '../../src/net/address-guard.ts'
import { scanTarget } from '../../src/scan.ts'
import { freePorts } from '../support/free-ports.ts'
import { suiteId } from './configuration.ts'
import { findProgram, startDaemon } from './daemon.ts'
import { makePlace, type Place, permissiveOpenssl } from './stack.ts'

const hasIpv6 = Object.values(networkInterfaces()).some((each) => each?.some(({ address }) => address === '::1'))
let place: Place
const stops: (() => unknown)[] = []

beforeAll(async () => {
  place = await makePlace()
})
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()))
})
afterAll(() => rm(place.dir, { recursive: true, force: true }))

describe('groups are the ones configured', () => {
  test.each([
    ['TLSv1.2', 'P-256:X25519:P-521', [0x17, 0x1d, 0x19]],
    ['TLSv1.3', 'P-384', [0x18]],
    ['TLSv1.3', 'X25519MLKEM768:X25519', [0x11ec, 0x1d]],
    ['TLSv1.3', 'SecP256r1MLKEM768:MLKEM1024:ffdhe3072', [0x11eb, 0x0202, 0x0101]],
    ['TLSv1.2', 'brainpoolP256r1:P-384', [0x1a, 0x18]],
  ] as const)('%s %s', async (version, ecdhCurve, ids) => {
    const { groups } = await observeNode({ ecdhCurve, minVersion: version, maxVersion: version })
    expect(groups.map(({ id }) => id).sort()).toEqual([...ids].sort())
    expect(groups.every(({ versions }) => versions.length === 1 && versions[0] === version)).toBe(true)
  })
})

describe('certificates', () => {
  test.each(['TLSv1.2', 'TLSv1.3'] as const)('both kinds are seen over %s', async (version) => {
    const [rsa, rsaKey, ec, ecKey] = await read(place.rsa.cert, place.rsa.key, place.ec.cert, place.ec.key)
    const { certificates } = await observeNode({
      cert: [rsa, ec],
      key: [rsaKey, ecKey],
      minVersion: version,
      maxVersion: version,
    })
    const named = certificates.filter(({ serverName }) => serverName === 'server.example')
    expect(named.map(({ chain }) => chain[0]?.key.algorithm).sort()).toEqual(['EC', 'RSA'])
    expect(named.every(({ trust, nameMatches }) => trust.state === 'trusted' && nameMatches)).toBe(true)
  })
})

test.skipIf(!hasIpv6)('IPv6 is dialled like IPv4', async () => {
  const [cert, key] = await read(place.rsa.cert, place.rsa.key)
  const server = createServer({ cert, key })
  await new Promise<void>((resolve) => server.listen(0, '::1', resolve))
  stops.push(() => new Promise((resolve) => server.close(resolve)))
  const { port } = server.address() as AddressInfo
  const [observation] = await scanTarget(
    { host: '::1', port, serverName: 'server.example', starttls: null },
    { depth: 'quick', guard: createAddressGuard({ allow: ['::1/128'] }) },
  )
  expect(observation).toMatchObject({ target: { address: '::1' }, facts: { status: 'OBSERVED' } })
})

describe('what a hello shows besides', () => {
  test('ALPN', async () => {
    expect((await observeNode({ ALPNProtocols: ['h2', 'http/1.1'] })).alpn.toSorted()).toEqual(['h2', 'http/1.1'])
  })
  test('a certificate that is asked of clients, and whose', async () => {
    const [ca] = await read(place.ca)
    for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
      const facts = await observeNode({ requestCert: true, ca, minVersion: version, maxVersion: version })
      expect(facts.features['client-certificate']).toMatchObject({ value: true })
      expect(facts.clientCertificateCas).toEqual(['CN=Differential CA'])
    }
  })
  test('a server that asks for none', async () => {
    const facts = await observeNode({})
    expect(facts.features['client-certificate']).toMatchObject({ value: false })
    expect(facts.clientCertificateCas).toEqual([])
  })
  test('a stapled response is read, and none is told apart', async () => {
    const staple = await readFile(new URL('../../fixtures/certificates/ocsp/good.der', import.meta.url))
    const stapling = await observeNode({}, (server) =>
      server.on('OCSPRequest', (_cert, _issuer, reply) => reply(null, staple)),
    )
    expect(stapling.certificates[0]).toMatchObject({ ocspStapled: { value: true }, ocsp: { response: 'successful' } })
    expect((await observeNode({})).certificates[0]).toMatchObject({ ocspStapled: { value: false } })
  })
})

describe.skipIf(findProgram('openssl') === null)('openssl s_server', () => {
  test('a well-known DH prime by its name, one of its own without', async () => {
    const well = await observeOpenssl(['-dhparam', place.dh, '-cipher', 'DHE:@SECLEVEL=0', '-no_tls1_3'])
    expect(well.dh).toEqual({ bits: 2048, knownPrime: 'ffdhe2048' })
    const own = fileURLToPath(new URL('../../fixtures/certificates/own-dh-1024.pem', import.meta.url))
    const weak = await observeOpenssl(['-dhparam', own, '-cipher', 'DHE:@SECLEVEL=0', '-no_tls1_3'])
    expect(weak.dh).toEqual({ bits: 1024, knownPrime: null })
  })
  test('suites that need no certificate at all', async () => {
    const names = [
      'TLS_PSK_WITH_AES_128_CBC_SHA256',
      'TLS_DHE_PSK_WITH_AES_256_GCM_SHA384',
      'TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256',
    ]
    const cipher = 'PSK-AES128-CBC-SHA256:DHE-PSK-AES256-GCM-SHA384:ECDHE-PSK-CHACHA20-POLY1305:@SECLEVEL=0'
    const { protocols } = await observeOpenssl(
      ['-nocert', '-psk', '00112233445566778899aabbccddeeff', '-tls1_2', '-cipher', cipher, '-dhparam', place.dh],
      false,
    )
    const seen = protocols.find(({ version }) => version === 'TLSv1.2')
    expect(seen?.cipherSuites.map(({ id }) => id).sort()).toEqual(names.map(suiteId).sort())
  })
  test.each([
    ['session tickets off', ['-no_ticket', '-tls1_2'], 'session-ticket', false],
    ['session tickets on', ['-tls1_2'], 'session-ticket', true],
    ['extended master secret on', ['-tls1_2'], 'extended-master-secret', true],
    ['encrypt-then-MAC off', ['-no_etm', '-tls1_2', '-cipher', 'AES128-SHA:@SECLEVEL=0'], 'encrypt-then-mac', false],
    ['encrypt-then-MAC on', ['-tls1_2', '-cipher', 'AES128-SHA:@SECLEVEL=0'], 'encrypt-then-mac', true],
    ['secure renegotiation', ['-tls1_2'], 'secure-renegotiation', true],
    ['no compression', ['-tls1_2'], 'compression', false],
    ['the fall-back signal', ['-cipher', 'ALL:@SECLEVEL=0', '-min_protocol', 'TLSv1'], 'fallback-scsv', true],
    ['no heartbeat', ['-tls1_2'], 'heartbeat', false],
  ] as const)('%s', async (_name, args, feature, value) => {
    expect((await observeOpenssl(args)).features[feature]).toMatchObject({ value })
  })
})

test.skipIf(findProgram('gnutls-serv') === null)(
  'a server without the extended master secret is seen as one',
  async () => {
    const port = await freePorts(1)
    const daemon = await startDaemon({
      command: 'gnutls-serv',
      args: [
        ...[
          '--port',
          String(port),
          '--http',
          '--quiet',
          '--x509certfile',
          place.rsa.cert,
          '--x509keyfile',
          place.rsa.key,
        ],
        ...['--priority', 'NORMAL:-VERS-TLS1.3:%NO_SESSION_HASH'],
      ],
      ports: [port],
    })
    stops.push(daemon.stop)
    expect((await observe(port, 'server.example')).features['extended-master-secret']).toMatchObject({ value: false })
  },
)

describe.skipIf(findProgram('nginx') === null)('nginx with a name of its own', () => {
  test('a server that refuses strangers is seen by its name, and needs it', async () => {
    const port = await freePorts(1)
    const conf = await place.file(
      'sni.conf',
      `daemon off; pid ${place.dir}/sni.pid; error_log stderr; events { }
      http { access_log off; ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((each) => `${each}_temp_path ${place.dir}/${each};`).join(' ')}
      ssl_protocols TLSv1.2 TLSv1.3; server { listen 127.0.0.1:${port} ssl default_server; ssl_reject_handshake on; }
      server { listen 127.0.0.1:${port} ssl; server_name server.example; ssl_certificate ${place.rsa.cert}; ssl_certificate_key ${place.rsa.key}; } }`,
    )
    const daemon = await startDaemon({
      command: 'nginx',
      args: ['-c', conf, '-p', place.dir, '-e', 'stderr'],
      ports: [port],
    })
    stops.push(daemon.stop)
    const named = await observe(port, 'server.example')
    expect(offered(named)).toEqual([false, false, false, false, true, true])
    expect(named.features['sni-required']).toMatchObject({ value: true })
    const nameless = await observe(port, null)
    expect(nameless.certificates).toEqual([])
  })
})

async function observeNode(
  options: TlsOptions,
  prepare?: (server: ReturnType<typeof createServer>) => void,
): Promise<Facts> {
  const [cert, key] = await read(place.rsa.cert, place.rsa.key)
  const server = createServer({ cert, key, ...options })
  server.on('tlsClientError', (_error, socket) => socket.destroy())
  server.on('connection', (socket) => socket.on('error', () => {}))
  // What is said to it must be read, or it never sees the end of the connection.
  server.on('secureConnection', (socket) => socket.on('error', () => {}).resume())
  prepare?.(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.push(() => new Promise((resolve) => server.close(resolve)))
  return observe((server.address() as AddressInfo).port, 'server.example')
}

async function observeOpenssl(args: readonly string[], withCertificate = true): Promise<Facts> {
  const port = await freePorts(1)
  const certificate = withCertificate ? ['-cert', place.rsa.cert, '-key', place.rsa.key] : []
  const daemon = await startDaemon({
    command: 'openssl',
    args: ['s_server', '-accept', `127.0.0.1:${port}`, '-quiet', '-www', ...certificate, ...args],
    ports: [port],
    env: await permissiveOpenssl(place),
  })
  stops.push(daemon.stop)
  return observe(port, 'server.example')
}

async function observe(port: number, serverName: string | null): Promise<Facts> {
  const [observation] = await scanTarget(
    { host: '127.0.0.1', port, serverName, starttls: null },
    {
      depth: 'full',
      guard: createAddressGuard({ allow: ['127.0.0.0/8'] }),
      trustAnchors: [await readFile(place.ca, 'utf8')],
    },
  )
  if (!observation) throw new Error('no observation')
  return observation.facts
}

const offered = ({ protocols }: Facts) => protocols.map((each) => each.offered)
const read = (...paths: readonly string[]) =>
  Promise.all(paths.map((path) => readFile(path, 'utf8'))) as Promise<[string, string, string, string]>
