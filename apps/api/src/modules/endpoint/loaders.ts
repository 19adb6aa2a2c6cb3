import { verdicts as verdictOrder } from '@sundown/core/finding'
import { type Endpoint, Prisma } from '@sundown/db'
import { batched } from '../../batch.ts'
import type { Context } from '../../context.ts'
import type { TenantKey } from '../../global-id.ts'
import type { PageWindow, Position } from '../../graphql/page.ts'
import { keyset, type SortKey } from '../../keyset.ts'

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
  context.saw(tenantId)
  return context.once(byKey)({ tenantId, id })
}

const sortKeys = {
  NAME: { column: 'host', nullable: false },
  VERDICT: { column: 'verdict', nullable: true, order: verdictOrder },
  SCORE: { column: 'score', nullable: true },
  // Time-ordered ids: the newest scan has the greatest one.
  LAST_SCAN: { column: 'lastScanId', nullable: true },
  CREATED: { column: 'id', nullable: false },
} as const satisfies Record<string, SortKey>

export type EndpointSort = keyof typeof sortKeys

export const positionBy =
  (sort: EndpointSort) =>
  (row: EndpointRow): Position => {
    const { column } = sortKeys[sort]
    return [column === 'id' ? null : row[column], row.id]
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

const matching = ({ tenantId, ...filter }: EndpointFilter) => ({ tenantId, ...matchingAnywhere(filter) })

const matchingAnywhere = ({ search, verdicts, tags, groupId }: Omit<EndpointFilter, 'tenantId'>) => ({
  deletedAt: null,
  ...(tags?.length ? { AND: tags.map((tag) => ({ tags: { some: { tag: tag.toLowerCase() } } })) } : {}),
  ...(groupId ? { groups: { some: { groupId } } } : {}),
  ...(verdicts?.length ? { verdict: { in: [...verdicts] } } : {}),
  ...(search?.trim()
    ? {
        OR: [
          { host: { contains: search.trim().toLowerCase() } },
          { label: { contains: search.trim(), mode: 'insensitive' as const } },
        ],
      }
    : {}),
})

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

async function pagesAlike(context: Context, group: readonly PageQuery[]): Promise<Map<string, EndpointRow[]>> {
  const [first] = group
  if (!first) return new Map()
  const plain = !first.search && !first.tags?.length && !first.groupId && !first.window.from
  if (group.length > 1 && plain) return Map.groupBy(await firstPages(context, group, first), (row) => row.tenantId)
  const entries = await Promise.all(
    group.map(async (query) => [query.tenantId, await onePage(context, query)] as const),
  )
  return new Map(entries)
}

function onePage(context: Context, query: PageQuery): Promise<EndpointRow[]> {
  const { where, orderBy } = keyset(sortKeys[query.sort], query.direction === 'ASC' ? 'asc' : 'desc', query.window)
  return context.read((tx) =>
    tx.endpoint.findMany({ where: { AND: [matching(query), where] }, orderBy, take: query.window.take }),
  )
}

/** The first page of each tenant by a lateral join: the query language would read all rows and cut in memory. */
function firstPages(context: Context, group: readonly PageQuery[], like: PageQuery): Promise<EndpointRow[]> {
  const { column } = sortKeys[like.sort]
  const up = (like.direction === 'ASC') !== like.window.backward
  const way = Prisma.raw(up ? 'ASC' : 'DESC')
  const nulls = Prisma.raw(like.window.backward ? 'NULLS FIRST' : 'NULLS LAST')
  const order =
    column === 'id'
      ? Prisma.sql`e."id" ${way}`
      : Prisma.sql`${Prisma.raw(`e."${column}"`)} ${way} ${nulls}, e."id" ${way}`
  const verdicts = like.verdicts?.length
    ? Prisma.sql`AND e."verdict"::text = ANY (${[...like.verdicts]})`
    : Prisma.empty
  return context.read(
    (tx) => tx.$queryRaw<EndpointRow[]>`
      SELECT page.* FROM unnest(${group.map((query) => query.tenantId)}::uuid[]) AS asked(id)
      CROSS JOIN LATERAL (
        SELECT e.* FROM "Endpoint" e WHERE e."tenantId" = asked.id AND e."deletedAt" IS NULL ${verdicts}
        ORDER BY ${order} LIMIT ${like.window.take}
      ) page`,
  )
}

const counts = (context: Context) =>
  batched<EndpointFilter, number>(
    async (filters) => {
      const found = new Map<string, number>()
      for (const [shape, group] of Map.groupBy(filters, shapeOf)) {
        const [first] = group
        if (!first) continue
        const where = { ...matching(first), tenantId: { in: group.map((filter) => filter.tenantId) } }
        const rows = await context.read((tx) =>
          tx.endpoint.groupBy({ by: ['tenantId'], where, _count: { _all: true } }),
        )
        for (const row of rows) found.set(row.tenantId + shape, row._count._all)
      }
      return filters.map((filter) => found.get(filter.tenantId + shapeOf(filter)) ?? 0)
    },
    (filter) => filter.tenantId + shapeOf(filter),
  )

/** A filter over the endpoints of several tenants at once. */
export interface AcrossFilter extends Omit<EndpointFilter, 'tenantId' | 'groupId'> {
  readonly tenantIds: readonly string[]
}

const across = ({ tenantIds, ...filter }: AcrossFilter) => ({
  tenantId: { in: [...tenantIds] },
  ...matchingAnywhere(filter),
})

/** A page over the endpoints of several tenants, as one list. */
export async function listAcross(
  context: Context,
  filter: AcrossFilter,
  { sort, direction, window }: Pick<PageQuery, 'sort' | 'direction' | 'window'>,
): Promise<EndpointRow[]> {
  if (filter.tenantIds.length === 0) return []
  for (const id of filter.tenantIds) context.saw(id)
  const { where, orderBy } = keyset(sortKeys[sort], direction === 'ASC' ? 'asc' : 'desc', window)
  return context.read((tx) =>
    tx.endpoint.findMany({ where: { AND: [across(filter), where] }, orderBy, take: window.take }),
  )
}

/** How many endpoints of several tenants match. */
export const countAcross = async (context: Context, filter: AcrossFilter): Promise<number> =>
  filter.tenantIds.length === 0 ? 0 : context.read((tx) => tx.endpoint.count({ where: across(filter) }))

/** How many endpoints match; counts of many tenants are one statement. */
export async function countEndpoints(context: Context, filter: EndpointFilter): Promise<number> {
  return (await context.once(counts)(filter)) ?? 0
}
