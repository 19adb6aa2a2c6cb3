import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  buildFacts,
  type FactsChoice,
  legacySuites,
  modern12,
  modern13,
  type SuiteName,
  unobserved,
} from '../../test/support/build-facts.ts'
import {
  type Answer,
  type Facts,
  type FeatureId,
  type MailPolicyFact,
  type OcspFact,
  trustProblems,
  type VulnerabilityId,
} from '../facts.ts'
import { type JudgeOptions, judge } from '../judge.ts'
import { microsoft365, type Policy } from '../policy/index.ts'
import { mozillaModern } from '../policy/mozilla.ts'
import { nist80052r2 } from '../policy/nist-800-52r2.ts'
import { catalogue } from './catalogue.ts'
import { evidenceTexts } from './evidence-texts.ts'
import type { Outcome } from './finding.ts'
import { findingText } from './finding-text.ts'
import { locales } from './source.ts'

const now = new Date('2026-11-23T12:00:00Z')
const yes: Answer = { value: true, reason: null, evidence: [] }
const no: Answer = { value: false, reason: null, evidence: [] }
const open: Answer = { value: null, reason: 'not-asked', evidence: [] }

/** Every rule asked, so that none escapes for being switched off by a policy. */
const all: Policy = {
  ...microsoft365,
  parameters: { ...nist80052r2.parameters, certificateMaxDays: 366, certificateHashBits: 256 },
  rules: Object.fromEntries(Object.entries(mozillaModern.rules).map(([id, weight]) => [id, { ...weight, off: null }])),
}

type Case = readonly [Outcome, Facts, Partial<JudgeOptions>?]
const good: FactsChoice = { versions: { 'TLSv1.2': modern12, 'TLSv1.3': modern13 } }
const healthy = buildFacts(good)
const built = (choice: Partial<FactsChoice>): Facts => buildFacts({ ...good, ...choice })
const with12 = (suites12: readonly SuiteName[]): Facts => buildFacts({ versions: { 'TLSv1.2': suites12 } })
const lost = buildFacts({ versions: { 'TLSv1.2': { unknown: 'timed-out' }, 'TLSv1.3': { unknown: 'timed-out' } } })
const untold = (version: 'SSLv2' | 'SSLv3' | 'TLSv1.0' | 'TLSv1.1' | 'TLSv1.3') =>
  buildFacts({ versions: { 'TLSv1.2': modern12, [version]: { unknown: 'reset' } } })
const partial = buildFacts({ versions: { 'TLSv1.2': { partial: ['ECDHE_RSA_CHACHA'] } } })
const withoutCertificate = built({ overrides: { certificates: [] } })
const mail = (facts: Facts): Facts => ({ ...facts, starttls: { kind: 'smtp', offered: yes, banner: '220 mx' } })
const smtp = { starttls: 'smtp' } as const
const stapled = (ocsp: Partial<OcspFact>): Facts => {
  const answer: OcspFact = { response: 'successful', certificateStatus: 'good', signatureValid: true, fresh: true }
  return built({ deployment: { ocspStapled: yes, ocsp: { ...answer, ...ocsp } } })
}
const enforced = { mode: 'enforce', reason: null, listsHost: true } as const

const feature = (id: FeatureId, wanted: Answer, versions = good.versions): readonly Case[] =>
  [wanted, wanted === yes ? no : yes, open].map((answer, index): Case => {
    const outcome = (['pass', 'fail', 'unknown'] as const)[index] ?? 'unknown'
    return [outcome, buildFacts({ versions, overrides: { features: { [id]: answer } } })]
  })
const vulnerability = (id: VulnerabilityId): readonly Case[] =>
  (['not-vulnerable', 'vulnerable', 'unknown'] as const).map((state): Case => {
    const seen = { id, state, reason: state === 'unknown' ? ('needs-permission' as const) : null, evidence: [] }
    const outcome = state === 'vulnerable' ? 'fail' : state === 'unknown' ? 'unknown' : 'pass'
    return [outcome, built({ overrides: { vulnerabilities: [seen] } })]
  })
const accepted = (bad: SuiteName): readonly Case[] => [
  ['pass', with12(modern12)],
  ['fail', with12([...modern12, bad])],
  ['unknown', partial],
]
const policyMail = (change: Partial<MailPolicyFact>): Facts =>
  mail(
    built({
      overrides: {
        mailPolicy: {
          tlsa: { records: [], dnssec: null, matches: null, reason: null },
          mtaSts: { mode: null, reason: null },
          tlsRpt: open,
          ...change,
        },
      },
    }),
  )
const tlsa = (dnssec: boolean | null, matches: boolean | null) => ({
  records: ['3 1 1 00'],
  dnssec,
  matches,
  reason: null,
})
const trust = (state: 'trusted' | 'untrusted' | 'incomplete' | 'self-signed' | 'unknown'): Facts =>
  built({
    deployment: { trust: { state, anchor: null, store: null, reason: state === 'unknown' ? 'not-asked' : null } },
  })

const shares = (unshared: Facts = with12(['ECDHE_RSA_CHACHA'])): readonly Case[] => [
  ['pass', healthy],
  ['fail', unshared],
  ['unknown', partial],
]

const cases: Readonly<Record<string, readonly Case[]>> = {
  'offers-tls-1-2-or-later': [
    ['pass', healthy],
    ['pass', buildFacts({ versions: { 'TLSv1.3': modern13 } })],
    ['fail', buildFacts({ versions: { 'TLSv1.0': legacySuites } })],
    ['unknown', lost],
  ],
  'offers-tls-1-2': [
    ['pass', healthy],
    ['fail', buildFacts({ versions: { 'TLSv1.3': modern13 } })],
    ['unknown', lost],
  ],
  'offers-tls-1-3': [
    ['pass', healthy],
    ['fail', with12(modern12)],
    ['unknown', untold('TLSv1.3')],
  ],
  'accepts-tls-1-1': [
    ['pass', healthy],
    ['fail', buildFacts({ versions: { 'TLSv1.1': legacySuites } })],
    ['unknown', untold('TLSv1.1')],
  ],
  'accepts-tls-1-0': [
    ['pass', healthy],
    ['fail', buildFacts({ versions: { 'TLSv1.0': legacySuites } })],
    ['unknown', untold('TLSv1.0')],
  ],
  'accepts-ssl-3': [
    ['pass', healthy],
    ['fail', buildFacts({ versions: { SSLv3: legacySuites } })],
    ['unknown', untold('SSLv3')],
  ],
  'accepts-ssl-2': [
    ['pass', healthy],
    ['fail', buildFacts({ versions: { SSLv2: ['RSA_3DES'] } })],
    ['unknown', untold('SSLv2')],
  ],
  'shares-suite-with-microsoft-365': shares(),
  'shares-suite-with-exchange-online': [...shares(), ['not-applicable', healthy, { role: 'internal' }]],
  'shares-suite-with-entra-id': [...shares(), ['not-applicable', mail(healthy), smtp]],
  'shares-suite-with-front-door': shares(with12(['RSA_AES_256_GCM'])),
  'completes-handshake-with-peer': [
    ...shares(),
    [
      'fail',
      buildFacts({
        versions: { 'TLSv1.2': modern12 },
        overrides: { groups: [{ id: 29, name: 'x25519', versions: ['TLSv1.2'] }] },
      }),
    ],
    ['fail', built({ certificate: { key: { algorithm: 'RSA', bits: 1024, curve: null } } })],
  ],
  'only-static-rsa-shared': [
    ['pass', healthy],
    ['fail', with12(['RSA_AES_256_GCM'])],
    ['unknown', partial],
    ['not-applicable', with12(['ECDHE_RSA_CHACHA'])],
  ],
  'shares-group-with-peer': [
    ['pass', healthy],
    ['fail', built({ overrides: { groups: [{ id: 29, name: 'x25519', versions: ['TLSv1.2'] }] } })],
    ['unknown', built({ overrides: { groups: [] } })],
    ['not-applicable', with12(['RSA_AES_256_GCM'])],
  ],
  'shares-signature-with-peer': [
    ['pass', healthy],
    ['fail', built({ overrides: { signatureSchemes: [{ id: 0x0201, name: 'rsa_pkcs1_sha1' }] } })],
    ['unknown', built({ overrides: { signatureSchemes: [] } })],
    ['not-applicable', buildFacts({ versions: { 'TLSv1.0': legacySuites } })],
  ],
  'certificate-trusted': [
    ['pass', healthy],
    ['pass', trust('incomplete')],
    ['fail', trust('untrusted')],
    ['fail', trust('self-signed')],
    ['unknown', trust('unknown')],
    ['unknown', withoutCertificate],
  ],
  'certificate-name-matches': [
    ['pass', healthy],
    ['fail', built({ deployment: { nameMatches: false } })],
    ['not-applicable', built({ deployment: { nameMatches: null } })],
    ['unknown', withoutCertificate],
  ],
  'certificate-in-date': [
    ['pass', healthy],
    ['fail', built({ certificate: { notAfter: '2026-11-22T00:00:00Z' } })],
    ['fail', built({ certificate: { notBefore: '2026-11-24T00:00:00Z' } })],
    ['unknown', withoutCertificate],
  ],
  'certificate-outlasts-deadline': [
    ['pass', healthy],
    ['fail', built({ certificate: { notAfter: '2026-12-01T00:00:00Z' } })],
    ['not-applicable', built({ certificate: { notAfter: '2026-01-01T00:00:00Z' } })],
    ['unknown', withoutCertificate],
  ],
  'certificate-key-strong': [
    ['pass', healthy],
    ['pass', built({ certificate: { key: { algorithm: 'Ed25519', bits: null, curve: null } } })],
    ['fail', built({ certificate: { key: { algorithm: 'RSA', bits: 1024, curve: null } } })],
    ['fail', built({ certificate: { key: { algorithm: 'EC', bits: 192, curve: 'P-192' } } })],
    ['unknown', built({ certificate: { key: { algorithm: 'unknown', bits: null, curve: null } } })],
  ],
  'certificate-signature-strong': [
    ['pass', healthy],
    ['pass', built({ certificate: { selfIssued: true, signatureAlgorithm: 'sha1WithRSAEncryption' } })],
    ['fail', built({ certificate: { signatureAlgorithm: 'sha1WithRSAEncryption' } })],
    ['fail', built({ certificate: { signatureAlgorithm: 'ecdsa-with-SHA1' } })],
    ['unknown', withoutCertificate],
  ],
  'chain-complete': [
    ['pass', healthy],
    ['fail', trust('incomplete')],
    ['not-applicable', trust('untrusted')],
    ['unknown', trust('unknown')],
  ],
  'certificate-for-servers': [
    ['pass', healthy],
    ['pass', built({ certificate: { extendedKeyUsage: [] } })],
    ['pass', built({ certificate: { extendedKeyUsage: ['1.3.6.1.5.5.7.3.1'] } })],
    ['fail', built({ certificate: { extendedKeyUsage: ['clientAuth'] } })],
    ['unknown', withoutCertificate],
  ],
  'certificate-hash-within-policy': [
    ['pass', healthy],
    ['pass', built({ certificate: { signatureAlgorithm: 'rsassaPss' } })],
    ['fail', built({ certificate: { signatureAlgorithm: 'sha1WithRSAEncryption' } })],
    ['fail', built({ certificate: { signatureAlgorithm: 'ecdsa-with-SHA224' } })],
    ['unknown', withoutCertificate],
  ],
  'certificate-lifetime-within-policy': [
    ['pass', healthy],
    ['fail', built({ certificate: { notBefore: '2024-01-01T00:00:00Z' } })],
    ['unknown', withoutCertificate],
  ],
  'certificate-not-revoked': [
    ['pass', stapled({ certificateStatus: 'good' })],
    ['fail', stapled({ certificateStatus: 'revoked' })],
    ['fail', stapled({ certificateStatus: 'revoked', signatureValid: null })],
    ['unknown', stapled({ certificateStatus: 'revoked', signatureValid: false })],
    ['unknown', stapled({ certificateStatus: 'unknown' })],
    ['unknown', built({ deployment: { ocspStapled: open } })],
    ['not-applicable', stapled({ certificateStatus: null })],
    ['not-applicable', healthy],
  ],
  'ocsp-stapled-when-required': [
    ['pass', built({ certificate: { mustStaple: true }, deployment: { ocspStapled: yes } })],
    ['fail', built({ certificate: { mustStaple: true } })],
    ['unknown', built({ certificate: { mustStaple: true }, deployment: { ocspStapled: open } })],
    ['not-applicable', healthy],
  ],
  'offers-forward-secrecy': [
    ['pass', healthy],
    ['fail', with12(['RSA_AES_128_GCM'])],
    ['unknown', buildFacts({ versions: { 'TLSv1.2': { partial: ['RSA_AES_128_GCM'] } } })],
  ],
  'offers-aead': [
    ['pass', healthy],
    ['fail', with12(['ECDHE_RSA_AES_256_CBC'])],
    ['unknown', buildFacts({ versions: { 'TLSv1.2': { partial: ['RSA_AES_128_CBC'] } } })],
  ],
  'accepts-unauthenticated-suites': [...accepted('RSA_NULL'), ['fail', with12(['DH_ANON'])]],
  'accepts-broken-ciphers': accepted('RSA_EXPORT_DES'),
  'accepts-rc4': accepted('RSA_RC4'),
  'accepts-64-bit-blocks': accepted('RSA_3DES'),
  'accepts-static-rsa': accepted('RSA_AES_128_GCM'),
  'accepts-cbc': accepted('RSA_AES_128_CBC'),
  'dh-parameters-strong': [
    ['pass', with12(['DHE_RSA_AES_128_GCM'])],
    ['fail', { ...with12(['DHE_RSA_AES_128_GCM']), dh: { bits: 1024, knownPrime: null } }],
    ['unknown', { ...with12(['DHE_RSA_AES_128_GCM']), dh: null }],
    ['not-applicable', healthy],
  ],
  'secure-renegotiation': feature('secure-renegotiation', yes),
  'client-renegotiation-refused': feature('client-renegotiation', no),
  'compression-off': feature('compression', no),
  'fallback-scsv': feature('fallback-scsv', yes),
  'extended-master-secret': feature('extended-master-secret', yes),
  'early-data-off': feature('early-data', no),
  'heartbeat-off': feature('heartbeat', no),
  'offers-post-quantum': [
    ['pass', built({ overrides: { groups: [{ id: 0x11ec, name: 'X25519MLKEM768', versions: ['TLSv1.3'] }] } })],
    ['fail', healthy],
    ['unknown', built({ overrides: { groups: [] } })],
    ['not-applicable', with12(modern12)],
  ],
  'versions-within-policy': [
    ['pass', healthy],
    ['fail', buildFacts({ versions: { 'TLSv1.0': legacySuites } })],
    ['unknown', untold('TLSv1.0')],
  ],
  'suites-within-policy': [
    ['pass', with12(modern12)],
    ['fail', with12(['ECDHE_RSA_CHACHA'])],
    ['unknown', buildFacts({ versions: { 'TLSv1.2': { partial: modern12 } } })],
  ],
  'groups-within-policy': [
    ['pass', built({ overrides: { groups: [{ id: 23, name: 'secp256r1', versions: ['TLSv1.2'] }] } })],
    ['fail', healthy],
    ['unknown', built({ overrides: { groups: [] } })],
  ],
  'starttls-offered': [
    ['pass', mail(healthy), smtp],
    [
      'fail',
      {
        ...unobserved('STARTTLS_REFUSED', 'starttls-refused'),
        starttls: { kind: 'smtp', offered: no, banner: '220 mx' },
      },
      smtp,
    ],
    ['unknown', unobserved('TIMED_OUT', 'timed-out'), smtp],
    ['not-applicable', healthy],
  ],
  'mail-falls-back-to-clear-text': [
    ['pass', mail(healthy), smtp],
    ['fail', mail(buildFacts({ versions: { 'TLSv1.0': legacySuites } })), smtp],
    ['unknown', mail(lost), smtp],
    ['not-applicable', healthy],
  ],
  'dane-matches': [
    ['pass', policyMail({ tlsa: tlsa(true, true) }), smtp],
    ['fail', policyMail({ tlsa: tlsa(true, false) }), smtp],
    ['not-applicable', policyMail({ tlsa: tlsa(false, false) }), smtp],
    ['unknown', policyMail({ tlsa: tlsa(null, null) }), smtp],
    ['not-applicable', policyMail({}), smtp],
  ],
  'mta-sts-satisfied': [
    ['pass', policyMail({ mtaSts: { mode: 'enforce', reason: null, listsHost: true } }), smtp],
    ['fail', policyMail({ mtaSts: { mode: 'enforce', reason: null, listsHost: false } }), smtp],
    ['fail', { ...policyMail({ mtaSts: enforced }), certificates: trust('self-signed').certificates }, smtp],
    [
      'fail',
      { ...policyMail({ mtaSts: enforced }), certificates: built({ deployment: { nameMatches: false } }).certificates },
      smtp,
    ],
    ['unknown', { ...policyMail({ mtaSts: enforced }), certificates: [] }, smtp],
    ['not-applicable', policyMail({ mtaSts: { mode: 'testing', reason: null } }), smtp],
  ],
  'mta-sts-enforced': [
    ['pass', policyMail({ mtaSts: { mode: 'enforce', reason: null } }), smtp],
    ['fail', policyMail({ mtaSts: { mode: 'testing', reason: null } }), smtp],
    ['unknown', policyMail({ mtaSts: { mode: null, reason: 'timed-out' } }), smtp],
  ],
  'tls-reports-asked-for': [
    ['pass', policyMail({ tlsRpt: yes }), smtp],
    ['fail', policyMail({ tlsRpt: no }), smtp],
    ['unknown', policyMail({}), smtp],
  ],
}
const vulnerabilities = catalogue.map(({ rule }) => rule.id).filter((id) => id.startsWith('vulnerable-to-'))
const tables: Readonly<Record<string, readonly Case[]>> = {
  ...cases,
  ...Object.fromEntries(
    vulnerabilities.map((id) => [id, vulnerability(id.replace('vulnerable-to-', '') as VulnerabilityId)]),
  ),
}

describe.each(catalogue.map(({ rule }) => rule.id))('%s', (id) => {
  const table = tables[id] ?? []

  test('is shown to pass, to fail and not to know', () => {
    expect(table.map(([outcome]) => outcome)).toEqual(expect.arrayContaining(['pass', 'fail', 'unknown']))
  })

  test.each(table.map(([outcome, facts, options], index) => [outcome, index, facts, options] as const))(
    'answers %s in case %i, with words in both languages',
    (outcome, _index, facts, options) => {
      const judged = judge(facts, { role: 'inbound', policy: all, now, serverName: 'mail.example.com', ...options })
      const finding = judged.findings.find((one) => one.ruleId === id)
      expect(finding?.outcome).toBe(outcome)
      for (const locale of locales) {
        const text = finding && findingText(finding, locale)
        expect(text?.detail).not.toMatch(/\{\w+\}/)
        expect(text?.detail.length).toBeGreaterThan(5)
      }
    },
  )
})

test('the list of rules is the list of folders', () => {
  const folders = readdirSync(join(import.meta.dirname), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  expect(catalogue.map(({ rule }) => rule.id).toSorted()).toEqual(folders.toSorted())
})

test('every rule cites a source, and its Danish is not its English', () => {
  for (const { rule, entry } of catalogue) {
    expect(rule.sources.length, rule.id).toBeGreaterThan(0)
    expect(rule.question, rule.id).toMatch(/\?$/)
    for (const field of ['title', 'why', 'pass', 'fail', 'fix'] as const)
      expect(entry.da[field], `${rule.id} ${field}`).not.toBe(entry.en[field])
  }
})

test('every problem of a path has words', () => {
  expect(trustProblems.filter((problem) => !evidenceTexts.state?.[problem])).toEqual([])
  const facts = built({
    deployment: { trust: { state: 'untrusted', anchor: null, store: null, reason: null, problem: 'not-a-ca' } },
  })
  const finding = judge(facts, { role: 'inbound', policy: all, now }).findings.find(
    (one) => one.ruleId === 'certificate-trusted',
  )
  expect(finding && findingText(finding, 'da')?.detail).toContain('en udsteder må ikke udstede certifikater')
})

test('an address that was not reached leaves every rule open, with its reason', () => {
  const { findings } = judge(unobserved('TIMED_OUT', 'timed-out'), { role: 'inbound', policy: all, now })
  expect(new Set(findings.map((finding) => finding.outcome))).toEqual(new Set(['unknown', 'not-applicable']))
  const finding = findings.find((one) => one.ruleId === 'offers-tls-1-2')
  expect(finding && findingText(finding, 'da')?.detail).toBe('Kunne ikke afgøres: der kom intet svar i tide.')
})
