import { expect, it } from 'vitest'
import { overallScore, overallVerdict } from './overall.ts'

it('takes the worst verdict that is known', () => {
  expect(overallVerdict(['READY', 'NOT_READY', 'AT_RISK'])).toBe('NOT_READY')
  expect(overallVerdict(['READY', 'LEGACY_ENABLED'])).toBe('LEGACY_ENABLED')
})

it('lets an unobserved address decide only where none was observed', () => {
  expect(overallVerdict(['UNKNOWN', 'READY'])).toBe('READY')
  expect(overallVerdict(['UNKNOWN', 'UNKNOWN'])).toBe('UNKNOWN')
  expect(overallVerdict([])).toBe('UNKNOWN')
})

it('takes the lowest score that is known', () => {
  expect(overallScore([null, 80, 55])).toBe(55)
  expect(overallScore([0, 80])).toBe(0)
  expect(overallScore([null])).toBeNull()
})
