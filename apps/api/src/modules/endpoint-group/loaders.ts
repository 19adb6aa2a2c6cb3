import type { EndpointGroup } from '@sundown/db'
import { batched } from '../../batch.ts'
import type { Context } from '../../context.ts'
import type { TenantKey } from '../../global-id.ts'

export type GroupRow = EndpointGroup

const textOf = ({ tenantId, id }: TenantKey) => `${tenantId}${id}`

export const groupsOf = (context: Context, tenantId: string): Promise<GroupRow[]> => {
  context.saw(tenantId)
  return context.read((tx) => tx.endpointGroup.findMany({ where: { tenantId }, orderBy: { name: 'asc' }, take: 1_000 }))
}

const sizes = (context: Context) =>
  batched<TenantKey, number>(async (keys) => {
    const rows = await context.read((tx) =>
      tx.endpointGroupMember.groupBy({
        by: ['tenantId', 'groupId'],
        where: {
          tenantId: { in: keys.map((key) => key.tenantId) },
          groupId: { in: keys.map((key) => key.id) },
          endpoint: { deletedAt: null },
        },
        _count: { _all: true },
      }),
    )
    const found = new Map(rows.map((row) => [textOf({ tenantId: row.tenantId, id: row.groupId }), row._count._all]))
    return keys.map((key) => found.get(textOf(key)) ?? 0)
  }, textOf)

/** How many watched endpoints a group has. */
export const sizeOf = async (context: Context, { tenantId, id }: TenantKey): Promise<number> =>
  (await context.once(sizes)({ tenantId, id })) ?? 0

const tagsByEndpoint = (context: Context) =>
  batched<TenantKey, readonly string[]>(async (keys) => {
    const rows = await context.read((tx) =>
      tx.endpointTag.findMany({
        where: { tenantId: { in: keys.map((key) => key.tenantId) }, endpointId: { in: keys.map((key) => key.id) } },
        orderBy: { tag: 'asc' },
      }),
    )
    const found = Map.groupBy(rows, (row) => textOf({ tenantId: row.tenantId, id: row.endpointId }))
    return keys.map((key) => found.get(textOf(key))?.map((row) => row.tag) ?? [])
  }, textOf)

export const tagsOf = async (context: Context, { tenantId, id }: TenantKey): Promise<readonly string[]> =>
  (await context.once(tagsByEndpoint)({ tenantId, id })) ?? []

const groupsByEndpoint = (context: Context) =>
  batched<TenantKey, readonly GroupRow[]>(async (keys) => {
    const rows = await context.read((tx) =>
      tx.endpointGroupMember.findMany({
        where: { tenantId: { in: keys.map((key) => key.tenantId) }, endpointId: { in: keys.map((key) => key.id) } },
        include: { group: true },
        orderBy: { groupId: 'asc' },
      }),
    )
    const found = Map.groupBy(rows, (row) => textOf({ tenantId: row.tenantId, id: row.endpointId }))
    return keys.map((key) => found.get(textOf(key))?.map((row) => row.group) ?? [])
  }, textOf)

export const groupsOfEndpoint = async (context: Context, { tenantId, id }: TenantKey): Promise<readonly GroupRow[]> =>
  (await context.once(groupsByEndpoint)({ tenantId, id })) ?? []

/** Every tag of a tenant with how often it is used, most used first. */
export async function tagCounts(context: Context, tenantId: string): Promise<{ tag: string; count: number }[]> {
  const rows = await context.read((tx) =>
    tx.endpointTag.groupBy({
      by: ['tag'],
      where: { tenantId, endpoint: { deletedAt: null } },
      _count: { _all: true },
      orderBy: [{ _count: { tag: 'desc' } }, { tag: 'asc' }],
      take: 500,
    }),
  )
  return rows.map((row) => ({ tag: row.tag, count: row._count._all }))
}
