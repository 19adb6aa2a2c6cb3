import { expect, test } from 'vitest'
import { catalogue } from '../rules/catalogue.ts'
import { customPolicy } from './custom-policy.ts'
import { microsoft365, policies, policyNamed, verdictRules } from './index.ts'
import { policySchema } from './policy-schema.ts'

const ruleIds = catalogue.map(({ rule }) => rule.id).toSorted()

test.each(policies.map((policy) => [policy.id, policy] as const))(
  '%s has the shape of a policy and weighs every rule',
  (_id, policy) => {
    expect(policySchema.safeParse(policy).error).toBeUndefined()
    expect(Object.keys(policy.rules).toSorted()).toEqual(ruleIds)
    expect(policy.id).toBe(`${policy.name}@${policy.version}`)
  },
)

test('the verdict rests on rules that exist', () => {
  expect(Object.keys(verdictRules).filter((id) => !ruleIds.includes(id))).toEqual([])
})

test('a policy is found by name and by id', () => {
  expect(policyNamed('nist-800-52r2')?.id).toBe('nist-800-52r2@2026-11-23')
  expect(policyNamed('rfc9325@2026-11-23')?.name).toBe('rfc9325')
  expect(policyNamed('nobody')).toBeUndefined()
})

test('a tenant’s policy changes what it says and keeps the rest', () => {
  const made = customPolicy(microsoft365, 'strict', '2026-12-01', {
    parameters: { rsaBits: 3072 },
    rules: { 'accepts-tls-1-0': { cost: 30, required: true } },
  })
  if (!made.ok) throw new Error('refused')
  expect(made.policy).toMatchObject({ id: 'strict@2026-12-01', basedOn: 'microsoft-365@2026-11-23' })
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
    'rules.offers-tls-1-2-or-later',
    'weakens-readiness',
  ],
  [
    { rules: { 'completes-handshake-with-peer': { cost: 0 } } },
    'rules.completes-handshake-with-peer',
    'weakens-readiness',
  ],
  [{ colour: 'red' }, '', 'invalid'],
])('changes %j are refused at %s as %s', (changes, path, code) => {
  const made = customPolicy(microsoft365, 'own', '2026-12-01', changes)
  expect(made.ok ? [] : made.problems).toContainEqual(expect.objectContaining({ path, code }))
})
