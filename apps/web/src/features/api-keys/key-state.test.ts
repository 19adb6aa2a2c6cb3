import { expect, test } from 'vitest'
import { stateOf } from './key-state.ts'

const now = Date.parse('2026-06-01T12:00:00Z')

test.each([
  ['LIVE', '2026-06-15T12:00:00Z', null],
  ['ENDING', '2026-06-15T11:59:59Z', null],
  ['OVER', '2026-06-01T12:00:00Z', null],
  ['REVOKED', '2027-01-01T00:00:00Z', '2026-05-01T00:00:00Z'],
])('a key is %s that ends %s and was revoked %s', (state, expiresAt, revokedAt) => {
  expect(stateOf({ expiresAt, revokedAt }, now)).toBe(state)
})
