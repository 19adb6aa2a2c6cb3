import { verdicts as verdictOrder } from '@sundown/core/finding'
import { type Endpoint, Prisma } from '@sundown/db'
import { batched } from '../../batch.ts'
import type { Context } from '../../context.ts'
import type { TenantKey } from '../../global-id.ts'
import type { PageWindow, Position } from '../../graphql/page.ts'
import { columnsOf, keysetSql, type SortColumn } from '../../paging/keyset-sql.ts'

export type EndpointRow = Endpoint

const byKey = (context: Context) =>
  batched<TenantKey, EndpointRow>(
    async (keys) => {
      const rows = await context.read((tx) =>
        tx.endpoint.findMany({
          where: { tenantId: { in: keys.map((key) => key.tenantId) }, id: { in: keys.map((key) => key.id) } },
        }),
      )
      const found = new Map(rows.map((row) => [`${row.tenantId}${row.id}`, row]))
      return keys.map((key) => found.get(`${key.tenantId}${key.id}`) ?? null)
    },
    (key) => `${key.tenantId}${key.id}`,
  )

/** An endpoint by its key, deleted ones too, because history points at them. */
export function endpointByKey(context: Context, { tenantId, id }: TenantKey): Promise<EndpointRow | null> {
  context.saw(tenantId, { kind: 'Endpoint', id })
  return context.once(byKey)({ tenantId, id })
}

const sortKeys = {
  NAME: { name: 'host', type: 'text', nullable: false },
  VERDICT: { name: 'verdict', type: '"Verdict"', nullable: true, values: verdictOrder },
  SCORE: { name: 'score', type: 'integer', nullable: true },
  // Time-ordered ids: the newest scan has the greatest one.
  LAST_SCAN: { name: 'lastScanId', type: 'uuid', nullable: true },
  CREATED: { name: 'id', type: 'uuid', nullable: false },
} as const satisfies Record<string, SortColumn>

export type EndpointSort = keyof typeof sortKeys

export const positionBy =
  (sort: EndpointSort) =>
  (row: EndpointRow): Position => {
    const { name } = sortKeys[sort]
    return [name === 'id' ? null : row[name], row.id]
  }

export interface EndpointFilter {
  readonly tenantId: string
  readonly search?: string | null | undefined
  /** Only with all of these tags. */
  readonly tags?: readonly string[] | null | undefined
  /** Only in this group. */
  readonly groupId?: string | null | undefined
  readonly verdicts?: readonly (typeof verdictOrder)[number][] | null | undefined
}

/** The condition on `e` that a filter puts, within whichever tenants. */
function matching({ search, verdicts, tags, groupId }: Omit<EndpointFilter, 'tenantId'>): Prisma.Sql {
  const text = search?.trim()
  const like = text ? `%${text.replaceAll(/[\\%_]/g, '\\$&')}%` : null
  const conditions = [
    Prisma.sql`e."deletedAt" IS NULL`,
    ...(verdicts?.length ? [Prisma.sql`e."verdict" = ANY (${[...verdicts]}::"Verdict"[])`] : []),
    ...(like
      ? [
          Prisma.sql`(e."host" LIKE ${like.toLowerCase()} OR e."serverName" LIKE ${like.toLowerCase()}
            OR e."label" ILIKE ${like})`,
        ]
      : []),
    ...(groupId
      ? [
          Prisma.sql`EXISTS (SELECT FROM "EndpointGroupMember" g
            WHERE g."tenantId" = e."tenantId" AND g."endpointId" = e."id" AND g."groupId" = ${groupId}::uuid)`,
        ]
      : []),
    ...(tags ?? []).map(
      (tag) => Prisma.sql`EXISTS (SELECT FROM "EndpointTag" t
        WHERE t."tenantId" = e."tenantId" AND t."endpointId" = e."id" AND t."tag" = ${tag.toLowerCase()})`,
    ),
  ]
  return Prisma.join(conditions, ' AND ')
}

const columns = columnsOf('e', Prisma.EndpointScalarFieldEnum)

interface PageQuery extends EndpointFilter {
  readonly sort: EndpointSort
  readonly direction: 'ASC' | 'DESC'
  readonly window: PageWindow
}

const pages = (context: Context) =>
  batched<PageQuery, EndpointRow[]>(
    async (queries) => {
      const groups = Map.groupBy(queries, shapeOf)
      const found = new Map<string, EndpointRow[]>()
      for (const group of groups.values())
        for (const [tenantId, rows] of await pagesAlike(context, group)) found.set(tenantId + shapeOf(group[0]), rows)
      return queries.map((query) => found.get(query.tenantId + shapeOf(query)) ?? [])
    },
    (query) => query.tenantId + shapeOf(query),
  )

const shapeOf = (query: EndpointFilter | undefined) => JSON.stringify({ ...query, tenantId: '' })

/** A page of endpoints; the same page of many tenants is one statement. */
export async function listEndpoints(context: Context, query: PageQuery): Promise<EndpointRow[]> {
  context.saw(query.tenantId)
  return (await context.once(pages)(query)) ?? []
}

/** The page of each tenant by a lateral join: without, all rows would be read and cut in memory. */
async function pagesAlike(context: Context, group: readonly PageQuery[]): Promise<Map<string, EndpointRow[]>> {
  const [like] = group
  if (!like) return new Map()
  const { behind, order } = keysetSql('e', sortKeys[like.sort], like.direction, like.window)
  const rows = await context.rows<EndpointRow>(Prisma.sql`
    SELECT page.* FROM unnest(${group.map((query) => query.tenantId)}::uuid[]) AS asked(id)
    CROSS JOIN LATERAL (
      SELECT ${columns} FROM "Endpoint" e WHERE e."tenantId" = asked.id AND ${matching(like)} AND ${behind}
      ORDER BY ${order} LIMIT ${like.window.take}
    ) page`)
  return Map.groupBy(rows, (row) => row.tenantId)
}

const counts = (context: Context) =>
  batched<EndpointFilter, number>(
    async (filters) => {
      const found = new Map<string, number>()
      for (const [shape, group] of Map.groupBy(filters, shapeOf)) {
        const [like] = group
        if (!like) continue
        const rows = await context.rows<{ id: string; count: number }>(Prisma.sql`
          SELECT asked.id, matched.count FROM unnest(${group.map((filter) => filter.tenantId)}::uuid[]) AS asked(id)
          CROSS JOIN LATERAL (
            SELECT count(*)::integer FROM "Endpoint" e WHERE e."tenantId" = asked.id AND ${matching(like)}
          ) matched`)
        for (const row of rows) found.set(row.id + shape, row.count)
      }
      return filters.map((filter) => found.get(filter.tenantId + shapeOf(filter)) ?? 0)
    },
    (filter) => filter.tenantId + shapeOf(filter),
  )

/** A filter over the endpoints of several tenants at once. */
export interface AcrossFilter extends Omit<EndpointFilter, 'tenantId' | 'groupId'> {
  readonly tenantIds: readonly string[]
}

/** A page over the endpoints of several tenants, as one list. */
export async function listAcross(
  context: Context,
  filter: AcrossFilter,
  { sort, direction, window }: Pick<PageQuery, 'sort' | 'direction' | 'window'>,
): Promise<EndpointRow[]> {
  if (filter.tenantIds.length === 0) return []
  for (const id of filter.tenantIds) context.saw(id)
  const { behind, order } = keysetSql('e', sortKeys[sort], direction, window)
  return context.rows<EndpointRow>(Prisma.sql`
    SELECT ${columns} FROM "Endpoint" e
    WHERE e."tenantId" = ANY (${[...filter.tenantIds]}::uuid[]) AND ${matching(filter)} AND ${behind}
    ORDER BY ${order} LIMIT ${window.take}`)
}

/** How many endpoints of several tenants match. */
export async function countAcross(context: Context, filter: AcrossFilter): Promise<number> {
  if (filter.tenantIds.length === 0) return 0
  const [row] = await context.rows<{ count: number }>(Prisma.sql`
    SELECT count(*)::integer FROM "Endpoint" e
    WHERE e."tenantId" = ANY (${[...filter.tenantIds]}::uuid[]) AND ${matching(filter)}`)
  return row?.count ?? 0
}

/** How many endpoints match; counts of many tenants are one statement. */
export async function countEndpoints(context: Context, filter: EndpointFilter): Promise<number> {
  return (await context.once(counts)(filter)) ?? 0
}
