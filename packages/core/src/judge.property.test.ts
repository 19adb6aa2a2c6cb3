import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  buildFacts,
  modern12,
  modern13,
  type SuiteName,
  suites,
  type VersionChoice,
} from '../test/support/build-facts.ts'
import { type Facts, type ProtocolVersion, unknownReasons } from './facts.ts'
import { judge } from './judge.ts'
import { type Policy, policies } from './policy/index.ts'
import { endpointRoles } from './rules/finding.ts'

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
const policy = fc.constantFrom(...policies)

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

/** Mozilla modern wants TLS 1.3 alone, so there the opposite is asked for. */
const wantsTls12 = fc.constantFrom(...policies.filter((one) => one.name !== 'mozilla-modern'))

test('adding TLS 1.2 with good suites never lowers a score', () => {
  fc.assert(
    fc.property(legacy, fc.boolean(), wantsTls12, role, (old, with13, by, as) => {
      const rest = with13 ? { ...old, 'TLSv1.3': modern13 } : old
      const before = score(facts(rest), by, as)
      const after = score(facts({ ...rest, 'TLSv1.2': modern12 }), by, as)
      if (before !== null && after !== null) expect(after).toBeGreaterThanOrEqual(before)
    }),
  )
})

test('losing TLS 1.2 never raises a score where nothing newer is left, whatever its suites were', () => {
  fc.assert(
    fc.property(
      legacy,
      fc.uniqueArray(fc.constantFrom(...older), { minLength: 1, maxLength: 6 }),
      policy,
      role,
      (old, suites12, by, as) => {
        const before = score(facts({ ...old, 'TLSv1.2': suites12 }), by, as)
        const after = score(facts(old), by, as)
        if (before !== null && after !== null) expect(after).toBeLessThanOrEqual(before)
      },
    ),
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
