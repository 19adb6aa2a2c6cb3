import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { duplexPair } from 'node:stream'
import { describe, expect, test } from 'vitest'
import type { Offer } from '../hello/offer.ts'
import { plainOffer } from '../hello/shapes.ts'
import { ByteStream } from '../net/byte-stream.ts'
import { readFlight } from './flight.ts'
import { sendHello } from './probe.ts'

const folder = join(import.meta.dirname, '../../fixtures/transcripts')

/** What we make of a recorded answer that arrives in pieces of `size` bytes. */
async function replay(name: string, offer: Offer, size: number) {
  const bytes = Buffer.from(readFileSync(join(folder, `${name}.hex`), 'utf8').replace(/\s/g, ''), 'hex')
  const [ours, theirs] = duplexPair()
  theirs.resume()
  for (let at = 0; at < bytes.length; at += size) theirs.write(bytes.subarray(at, at + size))
  theirs.end()
  const stream = new ByteStream(ours as unknown as Socket)
  const sent = sendHello(stream, offer, (length) => new Uint8Array(length))
  return readFlight({ ...sent, offer, depth: 'flight', common: { shape: offer.shape, banner: null }, stream })
}

const tls12 = plainOffer('TLSv1.2', 'server.example')
const asked = { ...plainOffer('TLSv1.3', null), keyShares: [] }

describe.each([1, 7, 100_000])('a recorded server, %i bytes at a time', (size) => {
  test('shows its curve, scheme and certificate', async () => {
    expect(await replay('Server-TLSv1.2-EcdheRsa', tls12, size)).toMatchObject({
      kind: 'server-hello',
      version: 'TLSv1.2',
      cipherSuite: 0xc02f,
      group: 0x001d,
      signatureScheme: 0x0804,
      certificates: [expect.any(Uint8Array)],
      interrupted: null,
    })
  })

  test('shows its prime', async () => {
    const outcome = await replay('Server-TLSv1.2-DheRsa', tls12, size)
    expect(outcome).toMatchObject({ cipherSuite: 0x0039, params: { kind: 'dh', p: expect.any(Uint8Array) } })
  })

  test('needs no key exchange message with static RSA, and no certificate with none', async () => {
    expect(await replay('Server-TLSv1.2-StaticRsa', tls12, size)).toMatchObject({ params: null, group: null })
    expect(await replay('Server-TLSv1.2-Anonymous', tls12, size)).toMatchObject({
      certificates: null,
      signatureScheme: null,
      params: { kind: 'dh' },
    })
  })

  test('asks for a client certificate', async () => {
    const outcome = await replay('Server-TLSv1.2-ClientCertificate', tls12, size)
    expect(outcome).toMatchObject({ certificateRequest: { authorities: [] }, interrupted: null })
  })

  test('speaks TLS 1.0 without a signature scheme', async () => {
    const outcome = await replay('Server-TLSv1.0-Cbc', plainOffer('TLSv1.0', 'server.example'), size)
    expect(outcome).toMatchObject({ version: 'TLSv1.0', signatureScheme: null, interrupted: null })
  })

  test('refuses a version by an alert', async () => {
    const outcome = await replay('Server-TLSv1.1-Refused', plainOffer('TLSv1.1', null), size)
    expect(outcome).toMatchObject({ kind: 'alert', level: 2, description: 70 })
  })

  test('asks for another group, and its choice of suite and group counts', async () => {
    const outcome = await replay('Server-TLSv1.3-HelloRetry', asked, size)
    expect(outcome).toMatchObject({ kind: 'server-hello', version: 'TLSv1.3', group: 0x0018, retried: true })
  })

  test('has no group in common', async () => {
    const outcome = await replay('Server-TLSv1.3-NoCommonGroup', { ...asked, groups: [29] }, size)
    expect(outcome).toMatchObject({ kind: 'alert', description: 40 })
  })
})
