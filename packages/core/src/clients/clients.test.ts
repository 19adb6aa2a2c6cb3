import { expect, test } from 'vitest'
import { buildFacts, legacySuites, modern12, modern13, type SuiteName } from '../../test/support/build-facts.ts'
import { deadlines } from '../deadlines/index.ts'
import { clients, judgeClient, peers, simulate, simulateClients, simulatePeers } from './index.ts'
import type { Profile } from './profile.ts'

const client = (id: string): Profile => {
  const found = clients.find((one) => one.id === id)
  if (!found) throw new Error(`no client ${id}`)
  return found
}

test('every profile has an id of its own, a date, and suites that its versions can use', () => {
  const all = [...clients, ...peers]
  expect(new Set(all.map((one) => one.id)).size).toBe(all.length)
  expect(clients.length).toBeGreaterThanOrEqual(60)
  for (const one of all) {
    expect(one.capturedOn, one.id).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(one.source.length, one.id).toBeGreaterThan(3)
    expect(new Set(one.cipherSuites).size, one.id).toBe(one.cipherSuites.length)
    expect(
      one.cipherSuites.some((id) => id >> 8 === 0x13),
      one.id,
    ).toBe((one.versions as readonly string[]).includes('TLSv1.3'))
    expect(one.signatureSchemes === null, one.id).toBe(
      !(one.versions as readonly string[]).some((version) => version === 'TLSv1.2' || version === 'TLSv1.3'),
    )
  }
})

test('Windows 8.1 speaks TLS 1.2 and still fails where CBC was hardened away from an RSA certificate', () => {
  const hardened = buildFacts({ versions: { 'TLSv1.2': modern12 } })
  expect(simulate(client('windows-8-1'), hardened)).toMatchObject({ outcome: 'fails', reason: 'no-cipher-suite' })
  expect(simulate(client('windows-10'), hardened)).toMatchObject({ outcome: 'connects', version: 'TLSv1.2' })
})

test('Outlook on Windows 7 needs its update once TLS 1.0 is off', () => {
  const facts = buildFacts({ versions: { 'TLSv1.2': [...modern12, 'ECDHE_RSA_AES_256_CBC384'] } })
  expect(simulate(client('outlook-windows-7'), facts).outcome).toBe('fails')
  expect(simulate(client('outlook-windows-7-kb3140245'), facts).outcome).toBe('connects')
})

test('the client’s order decides where the server has none', () => {
  const facts = buildFacts({ versions: { 'TLSv1.2': modern12 } })
  const own = { ...facts, protocols: facts.protocols.map((one) => ({ ...one, preference: 'CLIENT' as const })) }
  const picky = { ...client('windows-10'), cipherSuites: [0xc02f, 0xc030] }
  expect(simulate(picky, own)).toMatchObject({ cipherSuite: { id: 0xc02f } })
  expect(simulate(picky, facts)).toMatchObject({ cipherSuite: { id: 0xc030 } })
})

test('a curve that only one side knows leaves static RSA, or nothing', () => {
  const facts = buildFacts({
    versions: { 'TLSv1.2': ['ECDHE_RSA_AES_256_GCM', 'RSA_AES_128_CBC'] },
    overrides: { groups: [{ id: 29, name: 'x25519', versions: ['TLSv1.2'] }] },
  })
  expect(simulate(client('ie-11-windows-7'), facts)).toMatchObject({ cipherSuite: { id: 0x002f } })
  expect(simulatePeers(facts, ['front-door'])[0]?.simulation).toMatchObject({ outcome: 'fails', reason: 'no-group' })
})

test('a client that gave SHA-1 up fails at TLS 1.0 with a signed key exchange, and not with static RSA', () => {
  const modern = { ...client('openssl-3-0'), versions: ['TLSv1.0', 'TLSv1.2'] as const }
  const at10 = (suites10: readonly SuiteName[]) => simulate(modern, buildFacts({ versions: { 'TLSv1.0': suites10 } }))
  expect(at10(['ECDHE_RSA_AES_128_CBC', 'RSA_AES_128_CBC'])).toMatchObject({ outcome: 'fails', reason: 'no-signature' })
  expect(at10(['RSA_AES_128_CBC'])).toMatchObject({ outcome: 'connects' })
})

test('a certificate on a curve that the client does not name is no use to it before TLS 1.3', () => {
  const facts = buildFacts({
    versions: { 'TLSv1.2': ['ECDHE_ECDSA_AES_128_GCM'] },
    certificate: { key: { algorithm: 'EC', bits: 256, curve: 'secp256r1' } },
    overrides: { signatureSchemes: [{ id: 0x0403, name: 'ecdsa_secp256r1_sha256' }] },
  })
  expect(simulate(client('windows-10'), facts).outcome).toBe('connects')
  expect(simulate({ ...client('windows-10'), groups: [24] }, facts)).toMatchObject({ outcome: 'fails' })
})

test('Java 7 ends the connection at a prime of 2048 bits', () => {
  const facts = buildFacts({
    versions: { 'TLSv1.0': ['RSA_3DES'] },
    overrides: { dh: { bits: 2048, knownPrime: null } },
  })
  const dhe = {
    ...facts,
    protocols: facts.protocols.map((one) =>
      one.version === 'TLSv1.0'
        ? { ...one, cipherSuites: [{ id: 0x33, name: 'TLS_DHE_RSA_WITH_AES_128_CBC_SHA' }] }
        : one,
    ),
  }
  expect(simulate(client('java-7'), dhe)).toMatchObject({ outcome: 'fails', reason: 'dh-size' })
})

test('a list that was not finished is not known rather than a failure', () => {
  const facts = buildFacts({ versions: { 'TLSv1.2': { partial: ['ECDHE_ECDSA_AES_128_GCM'] } } })
  expect(simulate(client('mfd-2015'), facts).outcome).toBe('unknown')
})

const today = { now: new Date('2026-11-23T12:00:00Z') }

test('clients are judged by what they offer towards Microsoft 365', () => {
  expect(judgeClient(client('windows-11'), today).verdict).toBe('READY')
  expect(judgeClient(client('windows-server-2016'), today).verdict).toBe('LEGACY_ENABLED')
  expect(judgeClient(client('mfd-2015'), today)).toMatchObject({ verdict: 'AT_RISK', because: 'static-rsa' })
  expect(judgeClient(client('lync-phone-edition'), today)).toMatchObject({
    verdict: 'NOT_READY',
    because: 'no-version',
  })
})

test('an opt-in legacy host is shaky ground, and gone after its last day', () => {
  const old = client('mfd-2012')
  const on = (host: string, day: string) => judgeClient(old, { host, now: new Date(`${day}T12:00:00Z`) }).verdict
  expect(on('smtp.office365.com', '2026-11-23')).toBe('NOT_READY')
  expect(on('imap-legacy.office365.com', '2026-11-23')).toBe('AT_RISK')
  expect(on('imap-legacy.office365.com', '2026-12-31')).toBe('AT_RISK')
  expect(on('imap-legacy.office365.com', '2027-01-01')).toBe('NOT_READY')
  expect(on('SMTP-legacy.office365.com', '2027-01-01')).toBe('AT_RISK')
  expect(judgeClient(client('windows-11'), { ...today, host: 'pop-legacy.office365.com' }).because).toBe(
    'opt-in-legacy-host',
  )
})

test('a retirement that an operator moved moves with it', () => {
  const moved = deadlines.flatMap((record) =>
    record.id === 'imap-retired-end'
      ? [
          { ...record, supersededBy: 'later' },
          { ...record, id: 'later', date: '2027-03-31' },
        ]
      : [record],
  )
  const options = { host: 'imap-legacy.office365.com', deadlines: moved }
  const on = (day: string) => judgeClient(client('mfd-2012'), { ...options, now: new Date(`${day}T12:00:00Z`) }).verdict
  expect([on('2027-01-01'), on('2027-04-01')]).toEqual(['AT_RISK', 'NOT_READY'])
})

test('a modern server keeps every current client', () => {
  const facts = buildFacts({ versions: { 'TLSv1.2': [...modern12, ...legacySuites], 'TLSv1.3': modern13 } })
  const lost = simulateClients(facts).filter(({ simulation }) => simulation.outcome !== 'connects')
  expect(lost.every(({ profile }) => !profile.versions.includes('TLSv1.2'))).toBe(true)
})
