import { describe, expect, it } from 'vitest'
import type { DelegationRow } from '../loaders.ts'
import { changeAt } from './tend-delegations.ts'

const day = 86_400_000
const at = (days: number) => new Date(days * day)
const row = (values: Partial<DelegationRow>) =>
  ({ status: 'ACTIVE', requestedAt: at(0), expiresAt: at(100), extends: false, days: 100, ...values }) as DelegationRow

describe('time', () => {
  it('lets a request lapse that nobody answered for 90 days', () => {
    const asked = row({ status: 'REQUESTED', expiresAt: null })
    expect(changeAt(asked, at(90))).toBeNull()
    expect(changeAt(asked, at(90.1))?.data).toEqual({ status: 'LAPSED' })
  })

  it('ends what has come to its end, also where it should have been extended before', () => {
    expect(changeAt(row({}), at(99))).toBeNull()
    expect(changeAt(row({ extends: true }), at(100))?.data).toEqual({ status: 'ENDED', endedAt: at(100) })
  })

  it('extends by as many days as were allowed, shortly before the end, and never beyond 730 days from then', () => {
    const extending = row({ extends: true })
    expect(changeAt(extending, at(85))).toBeNull()
    expect(changeAt(extending, at(90))).toEqual({
      action: 'delegationExtend',
      data: { expiresAt: at(200), extendedAt: at(90) },
    })
    expect(changeAt(row({ extends: true, days: 730 }), at(90))?.data.expiresAt).toEqual(at(820))
  })

  it('touches nothing that was refused or ended', () => {
    for (const status of ['REFUSED', 'ENDED', 'LAPSED'] as const)
      expect(changeAt(row({ status }), at(5_000))).toBeNull()
  })
})
