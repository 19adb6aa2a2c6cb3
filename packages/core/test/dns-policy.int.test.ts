import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { deploymentFromChain } from '../src/certificate/index.ts'
import { observeDnsPolicies } from '../src/dns-policy/index.ts'
import type { CertificateDeployment } from '../src/facts.ts'
import { createAddressGuard } from '../src/net/address-guard.ts'
import type { Made } from './support/certificates.ts'
import { make, makeCa } from './support/certificates.ts'
import { a, caa, mx, type Script, startDns, tlsa, txt } from './support/dns-server.ts'

const guard = createAddressGuard({ allow: ['127.0.0.0/8'] })
const host = 'mx1.example.org'
let ca: Made
let leaf: Made
let deployment: CertificateDeployment
const stops: (() => void)[] = []

beforeAll(async () => {
  ca = await makeCa({ subject: 'CN=Root', key: 'rsa' })
  leaf = await make({ subject: 'CN=mx', by: ca, dns: [host, 'mta-sts.example.org'], key: 'rsa', ca: false })
  deployment = deploymentFromChain([leaf.der, ca.der], { serverName: host, versions: ['TLSv1.2'], trustAnchors: [] })
})
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const spki = (made: Made) => new Uint8Array(made.certificate.publicKey.rawData)
const served: Script = { 'example.org MX': [mx(host)] }

describe('DANE', () => {
  const tlsaName = `_25._tcp.${host} TLSA`

  test('a signed record for the served key matches', async () => {
    const { tlsa: fact } = await mail(
      { ...served, [tlsaName]: [tlsa(3, 1, 1, sha256(spki(leaf)))] },
      { authenticated: true },
    )
    expect(fact).toEqual({
      records: [`3 1 1 ${sha256(spki(leaf)).toString('hex')}`],
      dnssec: true,
      matches: true,
      reason: null,
    })
  })
  test.each([
    ['the whole certificate', () => tlsa(3, 0, 0, leaf.der), true],
    ['the SHA-512 of the certificate', () => tlsa(3, 0, 2, createHash('sha512').update(leaf.der).digest()), true],
    ['the CA in the chain', () => tlsa(2, 0, 1, sha256(ca.der)), true],
    ['the leaf as if it were a CA', () => tlsa(2, 0, 1, sha256(leaf.der)), false],
    ['another key', () => tlsa(3, 1, 1, sha256(spki(ca))), false],
    ['a usage that mail does not use', () => tlsa(1, 1, 1, sha256(spki(leaf))), null],
  ])('%s', async (_name, record, matches) => {
    expect((await mail({ ...served, [tlsaName]: [record()] })).tlsa).toMatchObject({ matches, dnssec: false })
  })
  test('one good record among stale ones is enough: a rollover looks so', async () => {
    const records = [tlsa(3, 1, 1, sha256(spki(ca))), tlsa(3, 1, 1, sha256(spki(leaf)))]
    expect((await mail({ ...served, [tlsaName]: records })).tlsa.matches).toBe(true)
  })
  test('no records is an answer, a resolver that fails or is silent is none', async () => {
    expect((await mail(served)).tlsa).toMatchObject({ records: [], matches: null, reason: null })
    expect((await mail({ ...served, [tlsaName]: 'SERVFAIL' })).tlsa).toMatchObject({
      matches: null,
      reason: 'unreachable',
    })
    expect((await mail({ ...served, [tlsaName]: 'REFUSED' })).tlsa).toMatchObject({ reason: 'refused' })
    expect((await mail({ ...served, [tlsaName]: 'silence' })).tlsa).toMatchObject({ reason: 'timed-out' })
  })
})

describe('MTA-STS', () => {
  const announced: Script = {
    ...served,
    '_mta-sts.example.org TXT': [txt('v=STSv1; id=1')],
    'mta-sts.example.org A': [a('127.0.0.1')],
  }
  const policy = (mode: string, pattern = '*.example.org') =>
    `version: STSv1\r\nmode: ${mode}\r\nmx: ${pattern}\r\nmax_age: 86400\r\n`

  test.each([
    ['enforced for this host', policy('enforce'), { mode: 'enforce', reason: null, listsHost: true }],
    ['tested', policy('testing', host), { mode: 'testing', reason: null, listsHost: true }],
    [
      'enforced for another host',
      policy('enforce', 'mx2.example.org'),
      { mode: 'enforce', reason: null, listsHost: false },
    ],
    ['a wildcard is one label only', policy('enforce', '*.org'), { mode: 'enforce', reason: null, listsHost: false }],
    ['switched off', 'version: STSv1\nmode: none\nmax_age: 1\n', { mode: 'none', reason: null, listsHost: false }],
    ['no policy at all', '<html>', { mode: null, reason: 'malformed' }],
    ['endless', 'x'.repeat(200_000), { mode: null, reason: 'unreachable' }],
  ])('%s', async (_name, text, expected) => {
    const port = await policyServer(text)
    expect((await mail(announced, { port })).mtaSts).toEqual(expected)
  })
  test('a redirect and another media type are no policy', async () => {
    expect((await mail(announced, { port: await policyServer(policy('enforce'), 301) })).mtaSts.reason).toBe(
      'unreachable',
    )
    expect(
      (await mail(announced, { port: await policyServer(policy('enforce'), 200, 'text/html') })).mtaSts.reason,
    ).toBe('unreachable')
  })
  test('a certificate that nobody vouches for is no policy', async () => {
    const port = await policyServer(policy('enforce'))
    expect((await mail(announced, { port, trusted: false })).mtaSts).toEqual({ mode: null, reason: 'unreachable' })
  })
  test('the guard is asked for the policy server too', async () => {
    const script = { ...announced, 'mta-sts.example.org A': [a('169.254.169.254')] }
    expect((await mail(script)).mtaSts).toEqual({ mode: null, reason: 'blocked-by-guard' })
  })
  test('no announcement, or two, is no policy', async () => {
    expect((await mail(served)).mtaSts).toEqual({ mode: null, reason: null })
    const twice = { ...announced, '_mta-sts.example.org TXT': [txt('v=STSv1; id=1'), txt('v=STSv1; id=2')] }
    expect((await mail(twice)).mtaSts).toEqual({ mode: null, reason: null })
  })
  test('a host that no parent names as its mail server has no mail policy', async () => {
    expect((await mail({ 'example.org MX': [mx('other.example.org')] })).mtaSts.reason).toBe('not-applicable')
  })
})

test.each([
  ['v=TLSRPTv1; rua=mailto:tls@example.org', true],
  ['v=TLSRPTv1; rua=https://example.org/report', true],
  ['v=TLSRPTv1;', false],
  ['v=spf1 -all', false],
])('TLS reporting by %j is %s', async (text, value) => {
  expect((await mail({ ...served, '_smtp._tls.example.org TXT': [txt(text)] })).tlsRpt).toEqual({
    value,
    reason: null,
    evidence: [],
  })
})

describe('CAA', () => {
  const ask = async (script: Script) => {
    const dns = await startDns(script)
    stops.push(dns.stop)
    const target = { host: 'www.example.org', port: 443, serverName: null, starttls: null }
    return observeDnsPolicies(target, [], { servers: [dns.address], timeout: 300, policy: { guard } })
  }
  test('the closest parent with records decides', async () => {
    const records = [caa(0, 'issue', 'ca.example'), caa(128, 'issuewild', ';')]
    expect((await ask({ 'example.org CAA': records })).caa).toEqual({
      domain: 'example.org',
      records: ['0 issue "ca.example"', '128 issuewild ";"'],
      reason: null,
    })
  })
  test('without records anywhere any CA may issue', async () =>
    expect((await ask({})).caa).toEqual({ domain: null, records: [], reason: null }))
  test('a failure on the way up is not taken for none', async () =>
    expect((await ask({ 'www.example.org CAA': 'SERVFAIL' })).caa).toMatchObject({
      domain: null,
      reason: 'unreachable',
    }))
  test('a web server is asked nothing about mail', async () => expect((await ask({})).mailPolicy).toBeNull())
})

test('an address has no names to ask about', async () => {
  const target = { host: '192.0.2.1', port: 25, serverName: null, starttls: 'smtp' as const }
  expect(await observeDnsPolicies(target, [], { policy: { guard } })).toEqual({ mailPolicy: null, caa: null })
})

interface Surroundings {
  readonly authenticated?: boolean
  readonly port?: number
  readonly trusted?: boolean
}

async function mail(script: Script, { authenticated = false, port = 1, trusted = true }: Surroundings = {}) {
  const dns = await startDns(script, { authenticated })
  stops.push(dns.stop)
  const target = { host, port: 25, serverName: host, starttls: 'smtp' as const }
  const { mailPolicy } = await observeDnsPolicies(target, [deployment], {
    servers: [dns.address],
    timeout: 300,
    policy: { guard, port, ca: trusted ? [ca.pem] : [] },
  })
  if (!mailPolicy) throw new Error('no mail policy')
  return mailPolicy
}

async function policyServer(text: string, status = 200, type = 'text/plain; charset=utf-8'): Promise<number> {
  const server: Server = createServer({ cert: leaf.pem, key: leaf.keyPem }, (request, response) => {
    const found = request.headers.host === 'mta-sts.example.org' && request.url === '/.well-known/mta-sts.txt'
    response.writeHead(found ? status : 404, { 'content-type': type, location: 'https://example.com/' }).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.push(() => server.close())
  return (server.address() as AddressInfo).port
}
