import { expect, test } from 'vitest'
import { buildFacts, legacySuites, modern12, modern13, unobserved } from '../test/support/build-facts.ts'
import type { Facts } from './facts.ts'
import { type JudgeOptions, judge } from './judge.ts'
import { microsoft365 } from './policy/index.ts'
import { mozillaModern } from './policy/mozilla.ts'

const now = new Date('2026-11-23T12:00:00Z')
const verdict = (facts: Facts, options: Partial<JudgeOptions> = {}) => {
  const { verdict, because } = judge(facts, {
    role: 'inbound',
    policy: microsoft365,
    now,
    serverName: 'mail.example.com',
    ...options,
  })
  return [verdict, because[0]]
}

test('a modern server is ready', () => {
  expect(verdict(buildFacts({ versions: { 'TLSv1.2': modern12, 'TLSv1.3': modern13 } }))[0]).toBe('READY')
})

test('a server with TLS 1.3 alone is ready and told that 1.2 is missing', () => {
  const judged = judge(buildFacts({ versions: { 'TLSv1.3': modern13 } }), {
    role: 'inbound',
    policy: microsoft365,
    now,
  })
  expect(judged.verdict).toBe('READY')
  expect(judged.findings.find((finding) => finding.ruleId === 'offers-tls-1-2')?.outcome).toBe('fail')
})

const broken = ['ECDHE_RSA_AES_256_GCM', 'RSA_NULL', 'DH_ANON', 'RSA_RC4', 'RSA_3DES', 'RSA_EXPORT_DES'] as const
const at = (facts: Facts, policy = microsoft365) =>
  judge(facts, { role: 'inbound', policy, now, serverName: 'mail.example.com' })

test('beside TLS 1.3 a broken TLS 1.2 costs what a missing one costs, and says so', () => {
  const missing = at(buildFacts({ versions: { 'TLSv1.3': modern13 } }))
  const bad = at(buildFacts({ versions: { 'TLSv1.2': broken, 'TLSv1.3': modern13 } }))
  expect([missing.score, missing.scoreHeldBy]).toEqual([60, { by: 'offers-tls-1-2', at: 60 }])
  expect([bad.score, bad.scoreHeldBy]).toEqual([60, { by: 'offers-tls-1-2', at: 60 }])
  expect(bad.findings.reduce((sum, { cost }) => sum + cost, 0)).toBeGreaterThan(40)
})

test('a policy that wants TLS 1.3 alone gives nothing for TLS 1.2', () => {
  const alone = at(buildFacts({ versions: { 'TLSv1.3': modern13 } }), mozillaModern)
  const both = at(buildFacts({ versions: { 'TLSv1.2': modern12, 'TLSv1.3': modern13 } }), mozillaModern)
  expect(both.score).toBeLessThan(alone.score ?? 0)
})

test('a certificate that fails at TLS 1.2 only puts at risk what TLS 1.3 still carries', () => {
  const facts = buildFacts({ versions: { 'TLSv1.2': modern12, 'TLSv1.3': modern13 } })
  const [good] = facts.certificates
  if (!good) throw new Error('no certificate')
  const expired = good.chain.map((one) => ({ ...one, notAfter: '2026-01-01T00:00:00Z' }))
  const certificates = [
    { ...good, versions: ['TLSv1.2' as const], chain: expired },
    { ...good, versions: ['TLSv1.3' as const] },
  ]
  expect(verdict({ ...facts, certificates })).toEqual(['AT_RISK', 'certificate-in-date'])
  expect(verdict({ ...facts, certificates: certificates.slice(0, 1) })).toEqual(['NOT_READY', 'certificate-in-date'])
})

test('TLS 1.0 beside TLS 1.2 is hygiene, not a blocker', () => {
  const facts = buildFacts({ versions: { 'TLSv1.0': legacySuites, 'TLSv1.2': modern12 } })
  expect(verdict(facts)).toEqual(['LEGACY_ENABLED', 'accepts-tls-1-0'])
})

test('a server with TLS 1.0 alone is not ready and scores 0', () => {
  const judged = judge(buildFacts({ versions: { 'TLSv1.0': legacySuites } }), {
    role: 'inbound',
    policy: microsoft365,
    now,
  })
  expect([judged.verdict, judged.score]).toEqual(['NOT_READY', 0])
})

test('TLS 1.2 without a suite in common is not ready', () => {
  const facts = buildFacts({ versions: { 'TLSv1.2': ['ECDHE_RSA_CHACHA'] } })
  expect(verdict(facts)).toEqual(['NOT_READY', 'shares-suite-with-microsoft-365'])
})

test('only static RSA in common is at risk', () => {
  expect(verdict(buildFacts({ versions: { 'TLSv1.2': ['RSA_AES_128_GCM'] } }))).toEqual([
    'AT_RISK',
    'only-static-rsa-shared',
  ])
})

test('an expired certificate stops a web service, and puts opportunistic mail at risk', () => {
  const facts = buildFacts({ versions: { 'TLSv1.2': modern12 }, certificate: { notAfter: '2026-01-01T00:00:00Z' } })
  expect(verdict(facts)).toEqual(['NOT_READY', 'certificate-in-date'])
  expect(verdict(facts, { starttls: 'smtp' })).toEqual(['AT_RISK', 'certificate-in-date'])
})

test('what opportunistic mail overlooks stops it where the domain enforces MTA-STS', () => {
  const answer = { value: null, reason: 'not-asked', evidence: [] } as const
  const mailPolicy = {
    tlsa: { records: [], dnssec: null, matches: null, reason: null },
    mtaSts: { mode: 'enforce', reason: null, listsHost: true },
    tlsRpt: answer,
  } as const
  const choice = { versions: { 'TLSv1.2': modern12 }, certificate: { notAfter: '2026-01-01T00:00:00Z' } }
  expect(verdict(buildFacts(choice), { starttls: 'smtp' })[0]).toBe('AT_RISK')
  const strict = buildFacts({ ...choice, overrides: { mailPolicy } })
  expect(verdict(strict, { starttls: 'smtp' })).toEqual(['NOT_READY', 'mta-sts-satisfied'])
})

test('a suite list that was not finished, without a suite in common so far, is could not tell', () => {
  expect(verdict(buildFacts({ versions: { 'TLSv1.2': { partial: ['RSA_AES_128_CBC'] } } }))[0]).toBe('UNKNOWN')
})

test('an address that was not reached is could not tell, without a score', () => {
  const judged = judge(unobserved('UNREACHABLE', 'unreachable'), { role: 'inbound', policy: microsoft365, now })
  expect([judged.verdict, judged.score]).toEqual(['UNKNOWN', null])
  expect(judged.findings.filter((finding) => finding.outcome === 'fail')).toEqual([])
})

test('a client endpoint is not judged by what it serves', () => {
  expect(verdict(buildFacts({ versions: { 'TLSv1.2': modern12 } }), { role: 'client' })[0]).toBe('UNKNOWN')
})
