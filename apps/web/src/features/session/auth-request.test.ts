import { expect, test } from 'vitest'
import { refusalOf } from './auth-request.ts'

test('a refusal that the library names is told by its name, whatever the status', () => {
  expect(refusalOf(400, 'INVALID_PASSWORD')).toBe('WRONG_PASSWORD')
  expect(refusalOf(401, 'INVALID_CODE')).toBe('WRONG_CODE')
  expect(refusalOf(429, 'ACCOUNT_TEMPORARILY_LOCKED')).toBe('LOCKED')
})

test('a refusal without a known name is told by the status', () => {
  expect(refusalOf(429, undefined)).toBe('TOO_MANY')
  expect(refusalOf(401, 'NEW_NAME')).toBe('SIGNED_OUT')
  expect(refusalOf(400, null)).toBe('FAILED')
})
