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
    { switchOff: [], newCertificate: false },
    subject,
    now,
  )
  expect(after).toEqual(before)
  expect([broken, changed]).toEqual([[], []])
})

test('switching the only version off breaks every client that connected', () => {
  const facts = factsOf(['TLSv1.0'])
  const { broken, after } = answer(facts, { switchOff: ['TLSv1.0'], newCertificate: false }, subject, now)
  expect(clientGroups(facts).connects.length).toBeGreaterThan(0)
  expect(broken).toHaveLength(clientGroups(facts).connects.length)
  expect(after.verdict).toBe('NOT_READY')
})

test('every known client is in exactly one group', () => {
  const { connects, fails, unknown } = clientGroups(factsOf(['TLSv1.2']))
  const ids = [...connects, ...fails, ...unknown].map(({ profile }) => profile.id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBeGreaterThanOrEqual(60)
})
