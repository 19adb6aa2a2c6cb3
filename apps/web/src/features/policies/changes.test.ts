import { expect, test } from 'vitest'
import { changesOf, problemOf, valuesOf } from './changes.ts'

const rule = {
  ruleId: 'accepts-tls-1-0',
  severity: 'HIGH',
  cost: 15,
  cap: null,
  required: false,
  off: null,
} as const
const values = valuesOf(rule)

test('what is as in the policy beneath is left unsaid', () => {
  expect(changesOf([rule], { [rule.ruleId]: values })).toEqual({ rules: {} })
})

test('only the fields that differ are said, in the words of the API', () => {
  const wish = { ...values, severity: 'CRITICAL' as const, cost: ' 20 ', cap: '50' }
  expect(changesOf([rule], { [rule.ruleId]: wish }).rules).toEqual({
    'accepts-tls-1-0': { severity: 'critical', cost: 20, cap: 50 },
  })
})

test('an emptied limit is none, and an emptied cost is no number', () => {
  const limited = { ...rule, cap: 50 }
  const wish = { ...valuesOf(limited), cap: '', cost: '' }
  expect(changesOf([limited], { [rule.ruleId]: wish }).rules).toEqual({ 'accepts-tls-1-0': { cap: null, cost: '' } })
})

test('a reason switches a rule off, and taking it away switches it on', () => {
  expect(changesOf([rule], { [rule.ruleId]: { ...values, off: 'Not ours' } }).rules).toEqual({
    'accepts-tls-1-0': { off: 'Not ours' },
  })
  const silent = { ...rule, off: 'Not ours' }
  expect(changesOf([silent], { [rule.ruleId]: { ...valuesOf(silent), off: '' } }).rules).toEqual({
    'accepts-tls-1-0': { off: null },
  })
})

test('a problem stands with its field, and one of the whole rule with the cost', () => {
  const problems = [
    { path: 'rules.a.cap', code: 'invalid' },
    { path: 'rules.b', code: 'weakens-readiness' },
  ]
  expect(problemOf(problems, 'a', 'cap')?.code).toBe('invalid')
  expect(problemOf(problems, 'a', 'cost')).toBeUndefined()
  expect(problemOf(problems, 'b', 'cost')?.code).toBe('weakens-readiness')
  expect(problemOf(problems, 'b', 'off')).toBeUndefined()
})
