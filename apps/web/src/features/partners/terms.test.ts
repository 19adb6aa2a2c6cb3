import { expect, test } from 'vitest'
import { atMost, daysUntil, daysUpTo } from './terms.ts'

test('a partner is never offered more than was asked for, nor to own', () => {
  expect(atMost('OPERATOR')).toEqual(['OPERATOR', 'VIEWER'])
  expect(atMost('ADMIN')).toEqual(['ADMIN', 'OPERATOR', 'VIEWER'])
  expect(atMost('OWNER')).toEqual(['ADMIN', 'OPERATOR', 'VIEWER'])
})

test('the lengths end with what was asked for, whether it is a usual one or not', () => {
  expect(daysUpTo(100)).toEqual([7, 30, 90, 100])
  expect(daysUpTo(90)).toEqual([7, 30, 90])
  expect(daysUpTo(3)).toEqual([3])
})

test('a day that has begun counts whole', () => {
  const now = Date.parse('2026-05-01T12:00:00Z')
  expect(daysUntil('2026-05-03T12:00:01Z', now)).toBe(3)
  expect(daysUntil('2026-04-01T00:00:00Z', now)).toBe(1)
})
