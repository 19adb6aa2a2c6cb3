import { expect, test } from 'vitest'
import { added, firstRule, isWhole, ruleInput, ruleValue } from './rule-value.ts'

const none = { hosts: null, ports: null, roles: null, stacks: null, starttls: null, tags: null, verdicts: null }

test('a rule is sent as it was told', () => {
  const told = {
    match: 'ANY' as const,
    conditions: [
      { ...none, not: false, hosts: ['*.example.com', 'mail'] },
      { ...none, not: true, ports: [25, 465] },
    ],
  }
  expect(ruleInput(ruleValue(told))).toEqual({
    match: 'ANY',
    conditions: [
      { not: false, hosts: ['*.example.com', 'mail'] },
      { not: true, ports: [25, 465] },
    ],
  })
})

test('a rule is whole once every condition asks for something', () => {
  expect(isWhole(firstRule)).toBe(false)
  const [condition] = firstRule.conditions
  if (!condition) throw new Error('a rule begins with a condition')
  const rule = { ...firstRule, conditions: [{ ...condition, values: ['a'] }] }
  expect(isWhole(rule)).toBe(true)
  expect(isWhole(added(rule))).toBe(false)
  expect(isWhole({ ...firstRule, conditions: [] })).toBe(false)
})

test('each condition keeps its own key', () => {
  expect(added(added(firstRule)).conditions.map(({ key }) => key)).toEqual([0, 1, 2])
})
