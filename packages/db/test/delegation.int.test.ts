import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  createDelegation,
  createTechnicianGroup,
  createTenant,
  type TestDatabase,
  testDatabase,
} from '../src/testing/index.ts'

let db: TestDatabase
let partner: string
let customer: string
let stranger: string

beforeAll(async () => {
  db = await testDatabase()
})

afterAll(async () => {
  await db?.close()
})

beforeEach(async () => {
  ;[partner, customer, stranger] = await Promise.all([
    createTenant(db.database, { kind: 'PARTNER' }).then(({ tenant }) => tenant.id),
    createTenant(db.database).then(({ tenant }) => tenant.id),
    createTenant(db.database).then(({ tenant }) => tenant.id),
  ])
})

describe('a delegation', () => {
  test('is read by its two sides and by nobody else', async () => {
    const { id } = await ask()
    for (const [tenant, seen] of [
      [partner, [id]],
      [customer, [id]],
      [stranger, []],
    ] as const) {
      expect((await within(tenant, (tx) => tx.delegation.findMany())).map((row) => row.id)).toEqual(seen)
    }
  })

  test('is made active by the customer and never by the partner', async () => {
    const { id } = await ask()
    const approve = (tenant: string) =>
      within(tenant, (tx) =>
        tx.delegation.updateMany({
          where: { id },
          data: { status: 'ACTIVE', decidedAt: new Date(), decidedBy: 'them', expiresAt: new Date(Date.now() + 1_000) },
        }),
      )
    await expect(approve(partner)).rejects.toThrow(/row-level security/)
    expect((await approve(stranger)).count).toBe(0)
    expect((await approve(customer)).count).toBe(1)
  })

  test('cannot be asked for by anybody but the partner itself, nor begin as active', async () => {
    await expect(createDelegation(db.database, { tenantId: customer, partnerId: partner }, stranger)).rejects.toThrow(
      /row-level security/,
    )
    await expect(ask({ status: 'ACTIVE' })).rejects.toThrow(/row-level security/)
  })

  test('is ended by either side at once, and not widened by the partner', async () => {
    const { id } = await ask()
    const change = (tenant: string, data: object) =>
      within(tenant, (tx) => tx.delegation.updateMany({ where: { id }, data }))
    await expect(change(partner, { role: 'ADMIN' })).rejects.toThrow(/row-level security/)
    expect((await change(partner, { status: 'ENDED', endedAt: new Date() })).count).toBe(1)
    await ask()
  })

  test('lets nobody in as an owner, for more than 730 days, without an end, or into itself', async () => {
    await expect(ask({ role: 'OWNER' })).rejects.toThrow(/Delegation_never_owner/)
    await expect(ask({ days: 731 })).rejects.toThrow(/Delegation_days_range/)
    await expect(createDelegation(db.database, { tenantId: partner, partnerId: partner }, partner)).rejects.toThrow(
      /Delegation_two_sides/,
    )
    const { id } = await ask()
    const endless = within(customer, (tx) =>
      tx.delegation.updateMany({ where: { id }, data: { status: 'ACTIVE', decidedAt: new Date(), decidedBy: 'me' } }),
    )
    await expect(endless).rejects.toThrow(/Delegation_active_ends/)
  })

  test('is open once between two', async () => {
    await ask()
    await expect(ask()).rejects.toMatchObject({ code: 'P2002' })
  })

  test('is assigned to the partner’s own groups, which the customer does not see', async () => {
    const { id } = await ask()
    const group = await createTechnicianGroup(db.database, { tenantId: partner })
    await within(partner, (tx) =>
      tx.delegationAssignment.create({
        data: { tenantId: partner, groupId: group.id, customerId: customer, delegationId: id, role: 'VIEWER' },
      }),
    )
    expect(await within(customer, (tx) => tx.delegationAssignment.count())).toBe(0)
    await within(customer, (tx) => tx.delegation.deleteMany({ where: { id } }))
    expect(await within(partner, (tx) => tx.delegationAssignment.count())).toBe(0)
  })
})

function ask(values: Parameters<typeof createDelegation>[1] = {}) {
  return createDelegation(db.database, { tenantId: customer, partnerId: partner, ...values }, partner)
}

function within<T>(id: string, work: Parameters<typeof db.database.asTenants<T>>[1]): Promise<T> {
  return db.database.asTenants({ tenants: [id], user: null }, work)
}
