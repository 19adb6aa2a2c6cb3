import { expect, test } from 'vitest'
import { buildFacts, legacySuites, modern12, modern13 } from '../test/support/build-facts.ts'
import { microsoft365, policyNamed } from './policy/index.ts'
import { whatIf } from './what-if.ts'

const options = {
  role: 'inbound',
  policy: microsoft365,
  now: new Date('2026-11-23T12:00:00Z'),
  serverName: 'mail.example.com',
} as const
const mixed = buildFacts({ versions: { 'TLSv1.0': legacySuites, 'TLSv1.2': modern12, 'TLSv1.3': modern13 } })

test('switching TLS 1.0 off makes the server ready and names the clients that break', () => {
  const result = whatIf(mixed, [{ kind: 'switch-off', versions: ['TLSv1.0', 'TLSv1.1'] }], options)
  expect([result.before.verdict, result.after.verdict]).toEqual(['LEGACY_ENABLED', 'READY'])
  const broken = result.broken.map(({ profile }) => profile.id)
  expect(broken).toContain('outlook-windows-7')
  expect(broken).toContain('lync-phone-edition')
  expect(broken).not.toContain('windows-10')
  expect(result.lostPeers).toEqual([])
  expect(result.changed).toContainEqual({ ruleId: 'accepts-tls-1-0', from: 'fail', to: 'pass' })
})

test('switching TLS 1.2 off where nothing newer is left loses every service', () => {
  const only12 = buildFacts({ versions: { 'TLSv1.0': legacySuites, 'TLSv1.2': modern12 } })
  const result = whatIf(only12, [{ kind: 'switch-off', versions: ['TLSv1.2'] }], options)
  expect(result.after).toMatchObject({ verdict: 'NOT_READY', score: 0 })
  expect(result.lostPeers.map(({ profile }) => profile.id)).toContain('exchange-online')
})

test('a new certificate cures an expired one', () => {
  const expired = buildFacts({ versions: { 'TLSv1.2': modern12 }, certificate: { notAfter: '2026-01-01T00:00:00Z' } })
  const leaf = { notBefore: '2026-11-01T00:00:00Z', notAfter: '2027-05-01T00:00:00Z' }
  const result = whatIf(expired, [{ kind: 'replace-certificate', leaf, trust: 'trusted' }], options)
  expect([result.before.verdict, result.after.verdict]).toEqual(['NOT_READY', 'READY'])
})

test('a moved deadline re-grades a certificate that would run out before it', () => {
  const facts = buildFacts({ versions: { 'TLSv1.2': modern12 }, certificate: { notAfter: '2027-02-01T00:00:00Z' } })
  const result = whatIf(facts, [{ kind: 'move-deadline', id: 'office-365-enforcing', date: '2027-03-01' }], options)
  expect([result.before.verdict, result.after.verdict]).toEqual(['READY', 'AT_RISK'])
  expect(result.after.because).toEqual(['certificate-outlasts-deadline'])
})

test('a supposed block stands in the place of whatever was announced', () => {
  const until = (notAfter: string) => buildFacts({ versions: { 'TLSv1.2': modern12 }, certificate: { notAfter } })
  const after = (notAfter: string, date: string) =>
    whatIf(until(notAfter), [{ kind: 'block-on', date }], options).after.verdict
  expect(after('2027-03-01T00:00:00Z', '2027-02-01')).toBe('READY')
  expect(after('2027-03-01T00:00:00Z', '2027-04-01')).toBe('AT_RISK')
  expect(
    whatIf(until('2027-03-01T00:00:00Z'), [{ kind: 'block-on', date: '2027-04-01' }], options).before.verdict,
  ).toBe('READY')
})

test('restricting suites to the Mozilla list cuts Windows 8.1 off', () => {
  const cbc = buildFacts({ versions: { 'TLSv1.2': [...modern12, 'ECDHE_RSA_AES_256_CBC384'] } })
  const result = whatIf(cbc, [{ kind: 'keep-suites', cipherSuites: [0xc030, 0xc02f] }], options)
  expect(result.broken.map(({ profile }) => profile.id)).toContain('windows-8-1')
})

test('another policy shows what would change', () => {
  const policy = policyNamed('mozilla-modern') ?? microsoft365
  const result = whatIf(
    buildFacts({ versions: { 'TLSv1.2': modern12, 'TLSv1.3': modern13 } }),
    [{ kind: 'judge-by', policy }],
    options,
  )
  expect([result.before.conforms, result.after.conforms]).toEqual([true, false])
  expect(result.changed).toContainEqual({ ruleId: 'versions-within-policy', from: 'not-asked', to: 'fail' })
})
