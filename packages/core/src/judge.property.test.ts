import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildFacts, modern12, type SuiteName, suites, type VersionChoice } from '../test/support/build-facts.ts'
import {
  type Answer,
  type CertificateFact,
  type Facts,
  featureIds,
  type ProtocolVersion,
  protocolVersions,
  type TrustFact,
  unknownReasons,
  vulnerabilityIds,
} from './facts.ts'
import { judge } from './judge.ts'
import { customPolicy } from './policy/custom-policy.ts'
import { earlierPolicies, type Policy, policies } from './policy/index.ts'
import { endpointRoles } from './rules/finding.ts'
import { withoutVersions } from './without-versions.ts'

const now = new Date('2026-11-23T12:00:00Z')
const names = Object.keys(suites) as SuiteName[]
const older = names.filter((name) => !name.startsWith('TLS13'))
const good: SuiteName[] = ['ECDHE_RSA_AES_256_GCM', 'ECDHE_RSA_AES_128_GCM']

const choice = fc.option(
  fc.oneof(
    fc.uniqueArray(fc.constantFrom(...older), { minLength: 1, maxLength: 6 }),
    fc.record({ unknown: fc.constantFrom(...unknownReasons) }),
    fc.record({ partial: fc.uniqueArray(fc.constantFrom(...older), { minLength: 1, maxLength: 3 }) }),
  ),
  { nil: undefined },
)
const legacy = fc.record({ SSLv3: choice, 'TLSv1.0': choice, 'TLSv1.1': choice })
const role = fc.constantFrom(...endpointRoles.filter((one) => one !== 'client'))
const policy = fc.constantFrom(...policies, ...earlierPolicies)

const facts = (versions: Partial<Record<ProtocolVersion, VersionChoice | undefined>>): Facts =>
  buildFacts({ versions: Object.fromEntries(Object.entries(versions).filter(([, value]) => value !== undefined)) })

const score = (seen: Facts, by: Policy, as: 'inbound' | 'internal' = 'inbound') =>
  judge(seen, { role: as, policy: by, now, serverName: 'mail.example.com' }).score

test('what could not be told costs nothing and is never a failure', () => {
  fc.assert(
    fc.property(legacy, choice, policy, role, (old, modern, by, as) => {
      const { findings } = judge(facts({ ...old, 'TLSv1.2': modern }), { role: as, policy: by, now })
      for (const finding of findings) if (finding.outcome !== 'fail') expect(finding.cost).toBe(0)
    }),
  )
})

test('turning an answer into could not tell never lowers a score', () => {
  fc.assert(
    fc.property(legacy, policy, fc.constantFrom('SSLv3', 'TLSv1.0', 'TLSv1.1'), (old, by, version) => {
      const seen = facts({ ...old, [version]: good, 'TLSv1.2': modern12 })
      const open = {
        ...seen,
        protocols: seen.protocols.map((one) =>
          one.version === version
            ? { ...one, offered: null, reason: 'timed-out' as const, cipherSuites: [], enumeration: 'none' as const }
            : one,
        ),
      }
      const before = score(seen, by)
      const after = score(open, by)
      if (before !== null && after !== null) expect(after).toBeGreaterThanOrEqual(before)
    }),
  )
})

const all13 = names.filter((name) => name.startsWith('TLS13'))
const newest = fc.oneof(
  fc.constant(undefined),
  fc.uniqueArray(fc.constantFrom(...all13), { minLength: 1 }),
  fc.record({ unknown: fc.constantFrom(...unknownReasons) }),
)
const versionSet = fc.uniqueArray(fc.constantFrom<ProtocolVersion>('TLSv1.0', 'TLSv1.2', 'TLSv1.3'), { minLength: 1 })
const certificateOf = fc.record({
  versions: versionSet,
  chain: fc.constantFrom<Partial<CertificateFact>>(
    {},
    { notAfter: '2026-11-20T00:00:00Z' },
    { notAfter: '2026-12-01T00:00:00Z' },
    { key: { algorithm: 'RSA', bits: 1024, curve: null } },
    { key: { algorithm: 'EC', bits: 256, curve: 'secp256r1' } },
    { signatureAlgorithm: 'sha1WithRSAEncryption' },
    { extendedKeyUsage: ['clientAuth'] },
  ),
  nameMatches: fc.constantFrom(true, false, null),
  state: fc.constantFrom<TrustFact['state']>('trusted', 'trusted', 'untrusted', 'incomplete', 'self-signed', 'unknown'),
})
const answered = fc.constantFrom<Answer>(
  { value: true, reason: null, evidence: [] },
  { value: false, reason: null, evidence: [] },
  { value: null, reason: 'timed-out', evidence: [] },
)
const point = (id: number) => ({ id, name: `0x${id.toString(16)}` })

const offers = (seen: Facts, version: ProtocolVersion) =>
  seen.protocols.some((one) => one.version === version && one.offered === true)

/** Servers of every kind: any suites at any version, certificates by version, groups, properties and flaws. */
const server: fc.Arbitrary<Facts> = fc
  .record({
    old: legacy,
    tls12: choice,
    tls13: newest,
    groups: fc.array(fc.record({ id: fc.constantFrom(23, 24, 29, 0x11ec), versions: versionSet }), { maxLength: 3 }),
    schemes: fc.subarray([0x0201, 0x0401, 0x0403, 0x0804]),
    certificates: fc.array(certificateOf, { minLength: 1, maxLength: 2 }),
    dh: fc.constantFrom(512, 1024, 2048),
    features: fc.dictionary(fc.constantFrom(...featureIds), answered),
    flaws: fc.subarray([...vulnerabilityIds], { maxLength: 3 }),
    mail: fc.boolean(),
  })
  .map(({ old, tls12, tls13, groups, schemes, certificates, dh, features, flaws, mail }) => {
    const seen = facts({ ...old, 'TLSv1.2': tls12, 'TLSv1.3': tls13 })
    const like = seen.certificates[0]
    const leaf = like?.chain[0]
    if (!like || !leaf) throw new Error('built without a certificate')
    const claimed = {
      ...seen,
      groups: groups.map((group) => ({ ...point(group.id), versions: group.versions })),
      signatureSchemes: schemes.map(point),
      dh: seen.dh && { bits: dh, knownPrime: null },
      certificates: certificates.map(({ versions, chain, nameMatches, state }) => ({
        ...like,
        versions: versions.filter((version) => offers(seen, version)),
        nameMatches,
        chain: [{ ...leaf, ...chain }],
        trust: { state, anchor: null, store: null, reason: state === 'unknown' ? ('timed-out' as const) : null },
      })),
      features: { ...seen.features, ...features },
      vulnerabilities: seen.vulnerabilities.map((one) =>
        flaws.includes(one.id) ? { ...one, state: 'vulnerable' as const } : one,
      ),
      starttls: mail
        ? { kind: 'smtp', offered: { value: true, reason: null, evidence: [] }, banner: '220 mail.example.com' }
        : null,
    } satisfies Facts
    // Nobody sees a flaw of a version that is not there.
    return withoutVersions(claimed, [])
  })

const limits = fc.record(
  {
    versions: fc.constantFrom<ProtocolVersion[]>(['TLSv1.3'], ['TLSv1.2'], ['TLSv1.2', 'TLSv1.3']),
    cipherSuites: fc.constantFrom([0x1301, 0x1302], [0xc030, 0xc02f], null),
    groups: fc.constantFrom([23], [29, 23], null),
    rsaBits: fc.constantFrom(2048, 4096),
    dhBits: fc.constantFrom(1024, 3072),
    certificateMaxDays: fc.constantFrom(90, null),
    certificateHashBits: fc.constantFrom(224, 384, null),
  },
  { requiredKeys: [] },
)
const weights = fc.dictionary(
  fc.constantFrom(...Object.keys(policies[0]?.rules ?? {}).filter((id) => !id.startsWith('offers-tls'))),
  fc.record(
    { cost: fc.integer({ min: 0, max: 100 }), cap: fc.option(fc.integer({ min: 0, max: 100 })) },
    { requiredKeys: [] },
  ),
  { maxKeys: 4 },
)
/** The policies that ship, the versions that they replaced, and a tenant's own with any limits and weights. */
const anyPolicy: fc.Arbitrary<Policy> = fc.oneof(
  policy,
  fc.record({ base: policy, parameters: limits, rules: weights }).map(({ base, ...changes }) => {
    const made = customPolicy(base, 'own', '2026-12-01', changes)
    return made.ok ? made.policy : base
  }),
)
const without12 = (seen: Facts) => withoutVersions(seen, ['TLSv1.2'])
const judged = (seen: Facts, by: Policy, as: 'inbound' | 'internal') =>
  judge(seen, { role: as, policy: by, now, serverName: 'mail.example.com' })

test('adding TLS 1.2 never lowers a score and losing it never raises one, under every policy that permits it', () => {
  let compared = 0
  fc.assert(
    fc.property(server, anyPolicy, role, (seen, by, as) => {
      if (!by.parameters.versions.includes('TLSv1.2') || !offers(seen, 'TLSv1.2')) return
      const having = judged(seen, by, as).score
      const lacking = judged(without12(seen), by, as).score
      if (having === null || lacking === null) return
      compared++
      expect(having).toBeGreaterThanOrEqual(lacking)
    }),
    { numRuns: 3_000 },
  )
  expect(compared).toBeGreaterThan(200)
})

test('under a policy that forbids TLS 1.2 it never pays beside something newer that connects, and else is never missed for points', () => {
  let compared = 0
  fc.assert(
    fc.property(server, anyPolicy, role, (seen, by, as) => {
      if (by.parameters.versions.includes('TLSv1.2') || !offers(seen, 'TLSv1.2')) return
      const having = judged(seen, by, as).score
      const { score: lacking, verdict } = judged(without12(seen), by, as)
      if (having === null || lacking === null) return
      compared++
      if (verdict === 'NOT_READY') expect(having).toBeGreaterThanOrEqual(lacking)
      else expect(having).toBeLessThanOrEqual(lacking)
    }),
    { numRuns: 3_000 },
  )
  expect(compared).toBeGreaterThan(100)
})

test('an endpoint that connects without TLS 1.2 is not NOT_READY with it', () => {
  fc.assert(
    fc.property(server, anyPolicy, role, (seen, by, as) => {
      const lacking = judged(without12(seen), by, as).verdict
      if (lacking !== 'NOT_READY' && lacking !== 'UNKNOWN') expect(judged(seen, by, as).verdict).not.toBe('NOT_READY')
    }),
    { numRuns: 1_000 },
  )
})

/** One answer after another taken back: what was seen becomes what could not be told. */
const forgotten = (seen: Facts): readonly (readonly [string, Facts])[] => [
  ...protocolVersions.map((version): [string, Facts] => {
    const open = {
      offered: null,
      reason: 'timed-out',
      cipherSuites: [],
      enumeration: 'none',
      preference: null,
    } as const
    const protocols = seen.protocols.map((one) => (one.version === version ? { ...one, ...open } : one))
    return [version, { ...seen, protocols }]
  }),
  ['groups', { ...seen, groups: [] }],
  ['schemes', { ...seen, signatureSchemes: [] }],
  ['dh', { ...seen, dh: null }],
  ['certificates', { ...seen, certificates: [] }],
  [
    'trust',
    {
      ...seen,
      certificates: seen.certificates.map((one) => ({
        ...one,
        trust: { state: 'unknown', anchor: null, store: null, reason: 'timed-out' },
      })),
    },
  ],
  ...featureIds.map((id): [string, Facts] => [
    id,
    { ...seen, features: { ...seen.features, [id]: { value: null, reason: 'timed-out', evidence: [] } } },
  ]),
  ...vulnerabilityIds.map((id): [string, Facts] => [
    id,
    {
      ...seen,
      vulnerabilities: seen.vulnerabilities.map((one) =>
        one.id === id ? { ...one, state: 'unknown', reason: 'timed-out' } : one,
      ),
    },
  ]),
]

test('unknown never scores as fail: no answer that is taken back lowers a score', () => {
  fc.assert(
    fc.property(server, anyPolicy, role, (seen, by, as) => {
      const before = judged(seen, by, as).score
      if (before === null) return
      for (const [what, open] of forgotten(seen)) {
        const after = judged(open, by, as).score
        if (after !== null && after < before) throw new Error(`${what}: ${before} became ${after}`)
      }
    }),
    { numRuns: 1_000 },
  )
})

test('the score stays between 0 and 100 and is traceable to its costs and the band', () => {
  fc.assert(
    fc.property(legacy, choice, policy, role, (old, modern, by, as) => {
      const judged = judge(facts({ ...old, 'TLSv1.2': modern }), { role: as, policy: by, now })
      if (judged.score === null) {
        expect(judged.verdict).toBe('UNKNOWN')
        return
      }
      const costs = judged.findings.reduce((sum, finding) => sum + finding.cost, 0)
      expect(judged.score).toBeGreaterThanOrEqual(0)
      expect(judged.score).toBeLessThanOrEqual(100)
      if (judged.scoreHeldBy === null) expect(judged.score).toBe(100 - costs)
      else expect(judged.score).toBe(judged.scoreHeldBy.at)
    }),
  )
})
