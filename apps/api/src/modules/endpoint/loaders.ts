import { verdicts as verdictOrder } from '@sundown/core/finding'
import type { Endpoint } from '@sundown/db'
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
  readonly verdicts?: readonly (typeof verdictOrder)[number][] | null | undefined
}

const matching = ({ tenantId, search, verdicts }: EndpointFilter) => ({
  tenantId,
  deletedAt: null,
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

export async function listEndpoints(
  context: Context,
  query: EndpointFilter & { sort: EndpointSort; direction: 'ASC' | 'DESC'; window: PageWindow },
): Promise<EndpointRow[]> {
  context.saw(query.tenantId)
  const { where, orderBy } = keyset(sortKeys[query.sort], query.direction === 'ASC' ? 'asc' : 'desc', query.window)
  return context.read((tx) =>
    tx.endpoint.findMany({ where: { AND: [matching(query), where] }, orderBy, take: query.window.take }),
  )
}

export const countEndpoints = (context: Context, filter: EndpointFilter): Promise<number> =>
  context.read((tx) => tx.endpoint.count({ where: matching(filter) }))
