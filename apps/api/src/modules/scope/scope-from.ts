import { type Picks, Prisma, type Scope, type Tx } from '@sundown/db'
import { invalid, notFound } from '../../errors.ts'
import { keyOf } from '../../global-id.ts'
import type { PicksWish, ScopeWish } from './inputs.ts'

/**
 * The scope that a caller wrote, with every group and endpoint looked up in the transaction; null for all endpoints.
 * @param tenants whose groups and endpoints may be named
 * @throws {DomainError} not-found for what is not there or not the caller's to see; invalid where nothing is included
 */
export async function scopeFrom(
  tx: Tx,
  wish: ScopeWish,
  tenants: readonly string[],
  path: readonly string[] = ['scope'],
): Promise<Scope | null> {
  if (!wish) return null
  const exclude = await picksFrom(tx, wish.exclude, tenants, [...path, 'exclude'])
  if (!wish.include) return isEmpty(exclude) ? null : { include: 'all', exclude }
  const include = await picksFrom(tx, wish.include, tenants, [...path, 'include'])
  if (isEmpty(include))
    throw invalid({ code: 'REQUIRED', message: 'Name a group or an endpoint.', path: [...path, 'include'] })
  return { include, exclude }
}

async function picksFrom(
  tx: Tx,
  wish: PicksWish | null | undefined,
  tenants: readonly string[],
  path: readonly string[],
): Promise<Picks> {
  const keysOf = (kind: 'EndpointGroup' | 'Endpoint', field: 'groupIds' | 'endpointIds') =>
    (wish?.[field] ?? []).map((id, i) => {
      const at = [...path, field, String(i)]
      const key = keyOf(kind, id, at)
      if (!tenants.includes(key.tenantId)) throw notFound(kind === 'Endpoint' ? 'endpoint' : 'group', at)
      return { ...key, at }
    })
  const groups = keysOf('EndpointGroup', 'groupIds')
  const endpoints = keysOf('Endpoint', 'endpointIds')
  const where = (keys: readonly { id: string }[]) => ({
    where: { tenantId: { in: [...tenants] }, id: { in: keys.map((key) => key.id) } },
    select: { id: true },
  })
  const there = new Set([
    ...(groups.length > 0 ? await tx.endpointGroup.findMany(where(groups)) : []).map((row) => row.id),
    ...(endpoints.length > 0 ? await tx.endpoint.findMany(where(endpoints)) : []).map((row) => row.id),
  ])
  const missing = [...groups, ...endpoints].find((key) => !there.has(key.id))
  if (missing) throw notFound(missing.at.includes('endpointIds') ? 'endpoint' : 'group', missing.at)
  const ids = (keys: readonly { id: string }[]) => [...new Set(keys.map((key) => key.id))]
  return { groups: ids(groups), endpoints: ids(endpoints) }
}

const isEmpty = (picks: Picks) => picks.groups.length === 0 && picks.endpoints.length === 0

/** A stored scope: the database holds it to its form. */
export const asScope = (value: Prisma.JsonValue): Scope | null => value as unknown as Scope | null

/** A scope as a column takes it. */
export const scopeColumn = (scope: Scope | null) =>
  scope === null ? Prisma.DbNull : (scope as unknown as Prisma.InputJsonValue)
