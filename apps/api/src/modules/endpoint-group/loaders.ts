import type { EndpointGroup } from '@sundown/db'
import { batched } from '../../batch.ts'
import type { Context } from '../../context.ts'
import type { TenantKey } from '../../global-id.ts'
import type { EndpointRow } from '../endpoint/index.ts'
import type { Rule } from './rule.ts'

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

/** What a rule would hold at this moment: how many watched endpoints, and the first of them by name. */
export async function previewOf(
  context: Context,
  tenantId: string,
  rule: Rule,
): Promise<{ readonly size: number; readonly endpoints: EndpointRow[] }> {
  context.saw(tenantId)
  const text = JSON.stringify(rule)
  const rows = await context.read(
    (tx) => tx.$queryRaw<(EndpointRow & { of: number })[]>`
      SELECT e.*, count(*) OVER ()::int AS of FROM "Endpoint" e
      WHERE e."tenantId" = ${tenantId}::uuid AND e."deletedAt" IS NULL AND rule_admits(${text}::jsonb, e)
      ORDER BY e."host", e."port", e."id" LIMIT 25`,
  )
  return { size: rows[0]?.of ?? 0, endpoints: rows }
}

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
