import { expect, test } from 'vitest'
import type { FindingFactsFragment } from '../../graphql/generated/graphql.ts'
import { scoreAccount } from './score-account.ts'

const finding = (
  ruleId: string,
  cost: number,
  outcome: FindingFactsFragment['outcome'] = 'FAIL',
): FindingFactsFragment => ({
  ruleId,
  outcome,
  severity: 'MEDIUM',
  cost,
  title: ruleId,
  why: '',
  detail: '',
  fix: [],
  sources: [],
})

test('every point that was lost belongs to a failed rule', () => {
  const account = scoreAccount([finding('a', 3), finding('b', 8), finding('c', 5, 'UNKNOWN'), finding('d', 0)], 89)
  expect(account).toMatchObject({ plain: 89, adjustment: null })
  expect(account.losses.map(({ ruleId }) => ruleId)).toEqual(['b', 'a'])
})

test('a score under the sum was held, one above it lifted', () => {
  expect(scoreAccount([finding('a', 10)], 35).adjustment).toBe('held')
  expect(scoreAccount([finding('a', 80)], 36).adjustment).toBe('lifted')
  expect(scoreAccount([finding('a', 80)], 60).adjustment).toBe('bounded')
})
