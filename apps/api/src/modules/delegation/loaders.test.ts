import { expect, it } from 'vitest'
import { type DelegationRow, statusAt } from './loaders.ts'

const row = (values: Partial<DelegationRow>) =>
  ({ requestedAt: new Date(0), expiresAt: null, ...values }) as DelegationRow
const day = 86_400_000

it('lapses after 90 days without an answer, and ends by its date', () => {
  expect(statusAt(row({ status: 'REQUESTED' }), new Date(90 * day))).toBe('REQUESTED')
  expect(statusAt(row({ status: 'REQUESTED' }), new Date(90 * day + 1))).toBe('LAPSED')
  const active = row({ status: 'ACTIVE', expiresAt: new Date(5 * day) })
  expect(statusAt(active, new Date(5 * day - 1))).toBe('ACTIVE')
  expect(statusAt(active, new Date(5 * day))).toBe('ENDED')
  expect(statusAt(row({ status: 'REFUSED' }), new Date(500 * day))).toBe('REFUSED')
})
