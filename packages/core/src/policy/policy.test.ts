import { expect, test } from 'vitest'
import { catalogue } from '../rules/catalogue.ts'
import { customPolicy } from './custom-policy.ts'
import { earlierPolicies, microsoft365, offReason, policies, policyNamed, verdictRules } from './index.ts'
import { mozillaModern } from './mozilla.ts'
import type { Policy } from './policy.ts'
import { policySchema } from './policy-schema.ts'

const ruleIds = catalogue.map(({ rule }) => rule.id).toSorted()

test.each([...policies, ...earlierPolicies].map((policy) => [policy.id, policy] as const))(
  '%s has the shape of a policy and weighs every rule',
  (_id, policy) => {
    expect(policySchema.safeParse(policy).error).toBeUndefined()
    expect(Object.keys(policy.rules).toSorted()).toEqual(ruleIds)
    expect(policy.id).toBe(`${policy.name}@${policy.version}`)
  },
)

test('every reason for not asking is there in Danish', () => {
  const forbids = built(microsoft365, { parameters: { versions: ['TLSv1.3'] } })
  const reasons = [...policies, ...earlierPolicies, forbids].flatMap(({ rules }) =>
    Object.values(rules).flatMap(({ off }) => off ?? []),
  )
  expect(reasons.filter((reason) => offReason(reason, 'da') === reason)).toEqual([])
})

test('the verdict rests on rules that exist', () => {
  expect(Object.keys(verdictRules).filter((id) => !ruleIds.includes(id))).toEqual([])
})

test('a policy is found by name and by id', () => {
  expect(policyNamed('nist-800-52r2')?.id).toBe('nist-800-52r2@2026-11-24')
  expect(policyNamed('rfc9325@2026-11-24')?.name).toBe('rfc9325')
  expect(policyNamed('nobody')).toBeUndefined()
})

test('a replaced version stays what it was and is found by its id alone', () => {
  const earlier = policyNamed('microsoft-365@2026-11-23')
  expect(earlier?.rules['offers-tls-1-2']).toMatchObject({ cost: 12, cap: null })
  expect(policyNamed('microsoft-365')).toBe(microsoft365)
  expect(new Set([...policies, ...earlierPolicies].map(({ id }) => id)).size).toBe(
    policies.length + earlierPolicies.length,
  )
})

const built = (base: Policy, changes: unknown): Policy => {
  const made = customPolicy(base, 'own', '2026-12-01', changes)
  if (!made.ok) throw new Error(made.problems[0]?.path)
  return made.policy
}

test('a limit that a tenant sets is measured, unless it says otherwise', () => {
  const policy = built(microsoft365, { parameters: { groups: [29, 23], certificateMaxDays: 100 } })
  expect(policy.rules['groups-within-policy']).toMatchObject({ off: null, cost: 3 })
  expect(policy.rules['certificate-lifetime-within-policy']?.off).toBeNull()
  expect(policy.rules['suites-within-policy']?.off).not.toBeNull()
  const silent = built(microsoft365, {
    parameters: { groups: [29] },
    rules: { 'groups-within-policy': { off: 'only for the record' } },
  })
  expect(silent.rules['groups-within-policy']?.off).toBe('only for the record')
})

test('TLS 1.2 is asked for where a policy permits it and only there', () => {
  expect(built(microsoft365, { parameters: { versions: ['TLSv1.3'] } }).rules['offers-tls-1-2']?.off).not.toBeNull()
  expect(
    built(mozillaModern, { parameters: { versions: ['TLSv1.2', 'TLSv1.3'] } }).rules['offers-tls-1-2'],
  ).toMatchObject({ off: null, cost: 12, cap: 60 })
})

test('a tenant’s policy changes what it says and keeps the rest', () => {
  const made = customPolicy(microsoft365, 'strict', '2026-12-01', {
    parameters: { rsaBits: 3072 },
    rules: { 'accepts-tls-1-0': { cost: 30, required: true } },
  })
  if (!made.ok) throw new Error('refused')
  expect(made.policy).toMatchObject({ id: 'strict@2026-12-01', basedOn: 'microsoft-365@2026-11-24' })
  expect(made.policy.parameters).toEqual({ ...microsoft365.parameters, rsaBits: 3072 })
  expect(made.policy.rules['accepts-tls-1-0']).toEqual({
    severity: 'medium',
    cost: 30,
    cap: null,
    required: true,
    off: null,
  })
  expect(made.policy.rules['accepts-rc4']).toEqual(microsoft365.rules['accepts-rc4'])
})

test.each([
  [{ rules: { 'accepts-rc4': { cost: 101 } } }, 'rules.accepts-rc4.cost', 'invalid'],
  [{ rules: { 'no-such-rule': { cost: 1 } } }, 'rules.no-such-rule', 'unknown-rule'],
  [
    { rules: { 'offers-tls-1-2-or-later': { off: 'we do not like it' } } },
    'rules.offers-tls-1-2-or-later.off',
    'weakens-readiness',
  ],
  [
    { rules: { 'completes-handshake-with-peer': { cost: 0 } } },
    'rules.completes-handshake-with-peer.cost',
    'weakens-readiness',
  ],
  [
    { rules: { 'completes-handshake-with-peer': { cap: null } } },
    'rules.completes-handshake-with-peer.cap',
    'weakens-readiness',
  ],
  [{ rules: { 'offers-tls-1-2': { cost: 1 } } }, 'rules.offers-tls-1-2.cost', 'weakens-readiness'],
  [{ parameters: { rsaBits: 12 } }, 'parameters.rsaBits', 'invalid'],
  [{ parameters: { groups: [23, 70_000] } }, 'parameters.groups.1', 'invalid'],
  [{ parameters: { certificateHashBits: 300 } }, 'parameters.certificateHashBits', 'invalid'],
  [{ colour: 'red' }, 'colour', 'invalid'],
])('changes %j are refused at %s as %s', (changes, path, code) => {
  const made = customPolicy(microsoft365, 'own', '2026-12-01', changes)
  expect(made.ok ? [] : made.problems).toContainEqual(expect.objectContaining({ path, code }))
})
