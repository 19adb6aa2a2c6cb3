import 'reflect-metadata'
import { X509Certificate } from 'node:crypto'
import { rootCertificates } from 'node:tls'
import * as x509 from '@peculiar/x509'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { make, makeCa } from '../../test/support/certificates.ts'
import { maxCertificateBytes, parseCertificate } from './parse.ts'

test('every field of a certificate becomes a fact', async () => {
  const root = await makeCa({ subject: 'C=DK, O=Corp, CN=Root' })
  const leaf = await make({
    subject: 'C=DK, O=Smith\\, Jones, CN=mail.example.com',
    by: root,
    dns: ['mail.example.com', '*.example.org'],
    ip: ['192.0.2.1', '2001:db8::1'],
    ca: false,
    key: 'rsa',
    keyUsage: x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.keyEncipherment,
    eku: ['1.3.6.1.5.5.7.3.1', '1.2.3.4'],
    serialNumber: '0a1b2c',
    extensions: [
      new x509.AuthorityInfoAccessExtension({ ocsp: ['http://ocsp.example'], caIssuers: ['http://ca.example/ca.der'] }),
      new x509.Extension('1.3.6.1.5.5.7.1.24', false, Uint8Array.of(0x30, 0x03, 0x02, 0x01, 0x05)),
      new x509.Extension('1.3.6.1.4.1.11129.2.4.2', false, sctList(3)),
    ],
  })
  const { fact } = parseCertificate(leaf.der)
  const openssl = new X509Certificate(leaf.der)
  expect(fact).toEqual({
    sha256: openssl.fingerprint256.replaceAll(':', '').toLowerCase(),
    subject: 'CN=mail.example.com,O=Smith\\, Jones,C=DK',
    issuer: 'CN=Root,O=Corp,C=DK',
    serialNumber: '0a1b2c',
    notBefore: '2025-01-01T00:00:00.000Z',
    notAfter: '2045-01-01T00:00:00.000Z',
    dnsNames: ['mail.example.com', '*.example.org'],
    ipAddresses: ['192.0.2.1', '2001:db8::1'],
    key: { algorithm: 'RSA', bits: 2048, curve: null },
    spkiSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    signatureAlgorithm: 'ecdsa-with-SHA256',
    isCa: false,
    selfIssued: false,
    keyUsage: ['digitalSignature', 'keyEncipherment'],
    extendedKeyUsage: ['serverAuth', '1.2.3.4'],
    mustStaple: true,
    sctCount: 3,
    ocspUrls: ['http://ocsp.example'],
    issuerUrls: ['http://ca.example/ca.der'],
    der: Buffer.from(leaf.der).toString('base64'),
  })
})

test('each kind of key is named with its size', async () => {
  const keyOf = async (key: 'ec' | 'rsa' | 'ed25519') =>
    parseCertificate((await make({ subject: 'CN=a', key })).der).fact.key
  expect(await keyOf('ec')).toEqual({ algorithm: 'EC', bits: 256, curve: 'secp256r1' })
  expect(await keyOf('rsa')).toEqual({ algorithm: 'RSA', bits: 2048, curve: null })
  expect(await keyOf('ed25519')).toEqual({ algorithm: 'Ed25519', bits: 256, curve: null })
})

test('every root of the Mozilla store reads in full and as OpenSSL reads it', () => {
  for (const pem of rootCertificates) {
    const openssl = new X509Certificate(pem)
    const { fact } = parseCertificate(openssl.raw)
    expect(fact.malformed).toBeUndefined()
    expect(fact.isCa).toBe(openssl.ca)
    expect(fact.notAfter).toBe(openssl.validToDate.toISOString())
    expect(fact.subject).not.toBe('')
  }
})

test('an extension that lies marks the certificate and hides no other field', async () => {
  const { der } = await make({
    subject: 'CN=a',
    dns: ['a.example'],
    extensions: [new x509.Extension('2.5.29.30', true, Uint8Array.of(0x30, 0x7f, 0x01))],
  })
  expect(parseCertificate(der).fact).toMatchObject({ malformed: true, dnsNames: ['a.example'], subject: 'CN=a' })
})

test('control characters of a name never reach a terminal', async () => {
  const { der } = await make({ subject: 'CN=\u001b[31mred\u0007' })
  expect(parseCertificate(der).fact.subject).toBe('CN=\\1b[31mred\\07')
})

test('a certificate that is too large is kept by its digest only', () => {
  const { fact } = parseCertificate(new Uint8Array(maxCertificateBytes + 1))
  expect(fact).toMatchObject({ malformed: true, der: '', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
})

test('a certificate followed by more bytes is malformed', async () => {
  const { der } = await make({ subject: 'CN=a' })
  expect(parseCertificate(Buffer.concat([der, Buffer.of(0)])).fact.malformed).toBe(true)
})

test('a thousand nested elements are data, not a crash', () => {
  const nested = Buffer.concat([Buffer.alloc(60_000, Buffer.of(0x30, 0x80)), Buffer.alloc(10)])
  expect(parseCertificate(nested).fact.malformed).toBe(true)
})

test('no damaged certificate makes the parser throw', async () => {
  const { der } = await make({
    subject: 'O=Corp, CN=a',
    dns: ['a.example'],
    ip: ['192.0.2.1'],
    eku: ['1.3.6.1.5.5.7.3.1'],
  })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(der.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      fc.nat(der.length),
      (flips, cut) => {
        const damaged = Uint8Array.from(der)
        for (const [at, value] of flips) damaged[at] = value
        parseCertificate(damaged)
        parseCertificate(damaged.subarray(0, cut))
      },
    ),
    { numRuns: 300 },
  )
})

/** RFC 6962 section 3.3, built by hand: `count` timestamps of ten bytes. */
function sctList(count: number): Uint8Array {
  const items = Array.from({ length: count }, () => [0, 10, ...new Array(10).fill(7)]).flat()
  return Uint8Array.of(0x04, items.length + 2, 0, items.length, ...items)
}
