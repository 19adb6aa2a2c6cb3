import type { CustomRole } from '@sundown/db'
import { batched } from '../../batch.ts'
import type { Context } from '../../context.ts'
import type { TenantKey } from '../../global-id.ts'

export type CustomRoleRow = CustomRole

const textOf = ({ tenantId, id }: TenantKey) => `${tenantId}${id}`

/** The tenant's own roles, by name. */
export const customRolesOf = (context: Context, tenantId: string): Promise<CustomRoleRow[]> =>
  context.read((tx) => tx.customRole.findMany({ where: { tenantId }, orderBy: { name: 'asc' }, take: 200 }))

const byKey = (context: Context) =>
  batched<TenantKey, CustomRoleRow>(async (keys) => {
    const where = { tenantId: { in: keys.map((key) => key.tenantId) }, id: { in: keys.map((key) => key.id) } }
    const rows = await context.read((tx) => tx.customRole.findMany({ where }))
    const found = new Map(rows.map((row) => [textOf(row), row]))
    return keys.map((key) => found.get(textOf(key)) ?? null)
  }, textOf)

export const customRoleByKey = (context: Context, key: TenantKey): Promise<CustomRoleRow | null> =>
  context.once(byKey)(key)

const sizes = (context: Context) =>
  batched<TenantKey, number>(async (keys) => {
    const rows = await context.read((tx) =>
      tx.member.groupBy({
        by: ['tenantId', 'customRoleId'],
        where: { tenantId: { in: keys.map((key) => key.tenantId) }, customRoleId: { in: keys.map((key) => key.id) } },
        _count: { _all: true },
      }),
    )
    const found = new Map(rows.map((row) => [`${row.tenantId}${row.customRoleId}`, row._count._all]))
    return keys.map((key) => found.get(textOf(key)) ?? 0)
  }, textOf)

/** How many members have a role. */
export const membersWith = async (context: Context, { tenantId, id }: TenantKey): Promise<number> =>
  (await context.once(sizes)({ tenantId, id })) ?? 0
