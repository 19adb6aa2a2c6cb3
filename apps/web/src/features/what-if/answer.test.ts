import type { Facts, ProtocolVersion } from '@sundown/core/facts'
import { protocolVersions } from '@sundown/core/facts'
import { expect, test } from 'vitest'
import { answer, clientGroups, switchable } from './answer.ts'
import type { Subject } from './subject.ts'

const suites = [{ id: 0xc02f, name: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256' }]
const oldSuites = [{ id: 0xc013, name: 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA' }]

function factsOf(offered: readonly ProtocolVersion[]): Facts {
  return {
    schema: 'sundown.facts/1',
    status: 'OBSERVED',
    reason: null,
    protocols: protocolVersions.map((version) => ({
      version,
      offered: offered.includes(version),
      reason: null,
      evidence: [],
      cipherSuites: !offered.includes(version) ? [] : version === 'TLSv1.2' ? suites : oldSuites,
      enumeration: 'complete',
      preference: 'SERVER',
    })),
    groups: [{ id: 23, name: 'secp256r1', versions: [...offered] }],
    signatureSchemes: [],
    dh: null,
    alpn: [],
    certificates: [],
    clientCertificateCas: [],
    features: {},
    vulnerabilities: [],
    deviations: [],
    starttls: null,
    mailPolicy: null,
    depth: 'full',
  }
}
const certificateUntil = (notAfter: string): Facts['certificates'][number] => ({
  serverName: 'a.example',
  versions: ['TLSv1.2'],
  nameMatches: true,
  trust: { state: 'trusted', anchor: 'CN=Root', store: 'mozilla', reason: null },
  ocspStapled: { value: false, reason: null, evidence: [] },
  chain: [
    {
      sha256: '00',
      subject: 'CN=a.example',
      issuer: 'CN=Root',
      serialNumber: '01',
      notBefore: '2026-09-01T00:00:00Z',
      notAfter,
      dnsNames: ['a.example'],
      ipAddresses: [],
      key: { algorithm: 'RSA', bits: 2048, curve: null },
      spkiSha256: '00',
      signatureAlgorithm: 'sha256WithRSAEncryption',
      isCa: false,
      selfIssued: false,
      keyUsage: [],
      extendedKeyUsage: [],
      mustStaple: false,
      sctCount: 0,
      ocspUrls: [],
      issuerUrls: [],
      der: '',
    },
  ],
})
const subject: Subject = {
  role: 'inbound',
  host: 'a.example',
  port: 443,
  serverName: 'a.example',
  policyId: 'microsoft-365',
}
const now = new Date('2026-11-23T12:00:00Z')

test('only old versions that are on can be switched off', () => {
  expect(switchable(factsOf(['TLSv1.0', 'TLSv1.2', 'TLSv1.3']))).toEqual(['TLSv1.0'])
})

test('wishing nothing changes nothing', () => {
  const { before, after, broken, changed } = answer(
    factsOf(['TLSv1.2']),
    { switchOff: [], newCertificate: false, blockOn: null },
    subject,
    now,
  )
  expect(after).toEqual(before)
  expect([broken, changed]).toEqual([[], []])
})

test('switching the only version off breaks every client that connected', () => {
  const facts = factsOf(['TLSv1.0'])
  const { broken, after } = answer(
    facts,
    { switchOff: ['TLSv1.0'], newCertificate: false, blockOn: null },
    subject,
    now,
  )
  expect(clientGroups(facts).connects.length).toBeGreaterThan(0)
  expect(broken).toHaveLength(clientGroups(facts).connects.length)
  expect(after.verdict).toBe('NOT_READY')
})

test('a date that comes after the certificate has run out puts a server at risk', () => {
  const facts = { ...factsOf(['TLSv1.2']), certificates: [certificateUntil('2027-03-01T00:00:00Z')] }
  const rule = ({ after }: ReturnType<typeof answer>) =>
    after.findings.find(({ ruleId }) => ruleId === 'certificate-outlasts-deadline')?.outcome
  const wish = { switchOff: [], newCertificate: false }
  expect(rule(answer(facts, { ...wish, blockOn: '2027-02-01' }, subject, now))).toBe('pass')
  const late = answer(facts, { ...wish, blockOn: '2027-04-01' }, subject, now)
  expect(rule(late)).toBe('fail')
})

test('every known client is in exactly one group', () => {
  const { connects, fails, unknown } = clientGroups(factsOf(['TLSv1.2']))
  const ids = [...connects, ...fails, ...unknown].map(({ profile }) => profile.id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBeGreaterThanOrEqual(60)
})
