import { expect, test } from 'vitest'
import { buildFacts, legacySuites, modern12, modern13 } from '../../test/support/build-facts.ts'
import type { Facts } from '../facts.ts'
import { letterOf } from './letter.ts'
import { letterCapTexts } from './letter-texts.ts'

const now = new Date('2026-11-23T12:00:00Z')
const modern = { 'TLSv1.2': modern12, 'TLSv1.3': modern13 }
const letter = (facts: Facts) => letterOf(facts, now)

test('TLS 1.2 and 1.3 with 128 and 256 bits and a 2048-bit key: 100, 90 and 90 make 93, an A', () => {
  expect(letter(buildFacts({ versions: modern }))).toMatchObject({
    grade: 'A',
    categories: { protocol: 100, keyExchange: 90, cipher: 90, total: 93 },
    caps: [],
  })
})

const hsts = (maxAge: number | null, state: 'sent' | 'absent' | 'invalid' | 'unknown' = 'sent') => ({
  hsts: {
    state,
    maxAge,
    includeSubDomains: false,
    preload: false,
    reason: state === 'unknown' ? ('timed-out' as const) : null,
  },
})

test.each([
  ['A+', 'a year', hsts(31_536_000)],
  ['A+', 'just 180 days', hsts(15_552_000)],
  ['A', 'a second less', hsts(15_551_999)],
  ['A', 'a policy taken back', hsts(0)],
  ['A', 'no header', hsts(null, 'absent')],
  ['A', 'a header that cannot be read', hsts(null, 'invalid')],
  ['A', 'no answer', hsts(null, 'unknown')],
] as const)('an A with HSTS: %s for %s', (grade, _about, overrides) => {
  const judged = letter(buildFacts({ versions: modern, overrides }))
  expect(judged).toMatchObject({ grade, categories: { total: 93 }, caps: [] })
  expect(judged?.notCounted.includes('hsts')).toBe(overrides.hsts.state === 'unknown')
})

test('HSTS makes nothing but a clean A exceptional: not one without TLS 1.3, nor one whose trust was not seen', () => {
  const overrides = hsts(31_536_000)
  expect(letter(buildFacts({ versions: { 'TLSv1.2': modern12 }, overrides }))?.grade).toBe('A-')
  expect(letter(buildFacts({ versions: { 'TLSv1.0': legacySuites, ...modern }, overrides }))?.grade).toBe('B')
  const trust = { state: 'unknown', anchor: null, store: null, reason: 'not-asked' } as const
  expect(letter(buildFacts({ versions: modern, overrides, deployment: { trust } }))?.grade).toBe('A')
})

test('TLS 1.0 to 1.2: the protocol is the middle of 90 and 100, and old versions cap at B', () => {
  const judged = letter(buildFacts({ versions: { 'TLSv1.0': legacySuites, ...modern } }))
  expect(judged?.categories.protocol).toBe(95)
  expect(judged?.grade).toBe('B')
  expect(judged?.caps).toEqual([{ id: 'tls-1-0-or-1-1', grade: 'B' }])
})

test('TLS 1.0 alone: 90 and 90 and 90 make 90, held at C for want of TLS 1.2', () => {
  const judged = letter(buildFacts({ versions: { 'TLSv1.0': legacySuites } }))
  expect(judged).toMatchObject({ grade: 'C', categories: { protocol: 90, keyExchange: 90, cipher: 90, total: 90 } })
})

test('a 1024-bit key counts 80 and 3DES counts 20: 100, 80 and 60 make 78, held at C for the 64-bit blocks', () => {
  const facts = buildFacts({
    versions: { 'TLSv1.2': ['ECDHE_RSA_AES_256_GCM', 'RSA_3DES'] },
    certificate: { key: { algorithm: 'RSA', bits: 1024, curve: null } },
  })
  expect(letter(facts)).toMatchObject({
    grade: 'C',
    categories: { protocol: 100, keyExchange: 80, cipher: 60, total: 78 },
  })
})

test('a 4096-bit key and only 256 bits make 100, held at A- without TLS 1.3', () => {
  const facts = buildFacts({
    versions: { 'TLSv1.2': ['ECDHE_RSA_AES_256_GCM'] },
    certificate: { key: { algorithm: 'RSA', bits: 4096, curve: null } },
  })
  expect(letter(facts)).toMatchObject({ grade: 'A-', categories: { total: 100 } })
})

test('a category of 0 makes the total 0: anonymous suites are an F', () => {
  expect(letter(buildFacts({ versions: { 'TLSv1.2': [...modern12, 'DH_ANON'] } }))).toMatchObject({
    grade: 'F',
    categories: { keyExchange: 0, total: 0 },
  })
})

test.each([
  ['B', { 'TLSv1.2': ['RSA_AES_256_GCM'], 'TLSv1.3': ['TLS13_AES_256'] } as const, 'A'],
  ['B', { 'TLSv1.2': ['RSA_AES_256_GCM'] } as const, 'B'],
  ['B', { 'TLSv1.2': ['ECDHE_RSA_AES_256_CBC'] } as const, 'B'],
  ['C', { 'TLSv1.2': ['ECDHE_RSA_AES_256_GCM', 'RSA_RC4'] } as const, 'C'],
  ['F', { 'TLSv1.2': ['RSA_RC4'] } as const, 'F'],
  ['F', { SSLv3: ['RSA_3DES'] } as const, 'F'],
  ['F', { 'TLSv1.2': ['ECDHE_RSA_AES_256_GCM', 'RSA_EXPORT_DES'] } as const, 'F'],
])('suites decide the cap (%#)', (_about, versions, grade) => {
  expect(letter(buildFacts({ versions }))?.grade).toBe(grade)
})

test.each([
  ['T', { certificate: { notAfter: '2026-01-01T00:00:00Z' } }],
  ['T', { certificate: { signatureAlgorithm: 'sha1WithRSAEncryption' } }],
  ['M', { deployment: { nameMatches: false } }],
  ['F', { certificate: { signatureAlgorithm: 'md5WithRSAEncryption' } }],
  ['B', { overrides: { dh: { bits: 1024, knownPrime: null } } }],
  ['F', { overrides: { dh: { bits: 768, knownPrime: null } } }],
] as const)('certificate and parameters give %s', (grade, change) => {
  expect(letter(buildFacts({ versions: modern, ...change }))?.grade).toBe(grade)
})

test('Heartbleed is an F', () => {
  const seen = { id: 'heartbleed', state: 'vulnerable', reason: null, evidence: [] } as const
  expect(letter(buildFacts({ versions: modern, overrides: { vulnerabilities: [seen] } }))?.grade).toBe('F')
})

test('every cap that is given has words', () => {
  const worst = buildFacts({
    versions: { SSLv2: ['RSA_RC4'], SSLv3: ['RSA_RC4'], 'TLSv1.1': ['RSA_RC4', 'RSA_3DES', 'DH_ANON'] },
    certificate: { signatureAlgorithm: 'sha1WithRSAEncryption', notAfter: '2020-01-01T00:00:00Z' },
    deployment: { nameMatches: false, trust: { state: 'untrusted', anchor: null, store: null, reason: null } },
    overrides: { dh: { bits: 512, knownPrime: null } },
  })
  const caps = letter(worst)?.caps ?? []
  expect(letter({ ...worst, protocols: worst.protocols })?.grade).toBe('T')
  for (const text of Object.values(letterCapTexts)) expect(text.da).not.toBe(text.en)
  expect(caps.filter((cap) => !letterCapTexts[cap.id])).toEqual([])
})

test('no letter is given on half an observation', () => {
  expect(letter(buildFacts({ versions: { 'TLSv1.2': { partial: modern12 } } }))).toBeNull()
  expect(letter(buildFacts({ versions: { ...modern, 'TLSv1.0': { unknown: 'reset' } } }))).toBeNull()
})
