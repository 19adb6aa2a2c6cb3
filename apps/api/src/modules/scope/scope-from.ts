import { type Picks, Prisma, type Scope, type Tx } from '@sundown/db'
import { invalid, notFound } from '../../errors.ts'
import { keyOf, type TenantKey } from '../../global-id.ts'
import type { PicksWish, ScopeWish } from './inputs.ts'

/**
 * The scope that a caller wrote, without a look at what it names; null for all endpoints.
 * @param tenants whose groups and endpoints may be named
 * @throws {DomainError} not-found for ids of anything else; invalid where nothing is included
 */
export function scopeNamed(
  wish: ScopeWish,
  tenants: readonly string[],
  path: readonly string[] = ['scope'],
): Scope | null {
  if (!wish) return null
  const picks = (part: 'include' | 'exclude'): Picks => {
    const named = namedIn(wish[part], tenants, [...path, part])
    const ids = (kind: Named['kind']) => [...new Set(named.filter((one) => one.kind === kind).map((one) => one.id))]
    return { groups: ids('EndpointGroup'), endpoints: ids('Endpoint') }
  }
  const exclude = picks('exclude')
  if (!wish.include) return isEmpty(exclude) ? null : { include: 'all', exclude }
  const include = picks('include')
  if (isEmpty(include))
    throw invalid({ code: 'REQUIRED', message: 'Name a group or an endpoint.', path: [...path, 'include'] })
  return { include, exclude }
}

/**
 * The same with every group and endpoint looked up in the transaction.
 * @throws {DomainError} not-found also for what is not there or not the caller's to see
 */
export async function scopeFrom(
  tx: Tx,
  wish: ScopeWish,
  tenants: readonly string[],
  path: readonly string[] = ['scope'],
): Promise<Scope | null> {
  const scope = scopeNamed(wish, tenants, path)
  if (!scope) return null
  const named = (['include', 'exclude'] as const).flatMap((part) => namedIn(wish?.[part], tenants, [...path, part]))
  const where = (kind: Named['kind']) => ({
    where: {
      tenantId: { in: [...tenants] },
      id: { in: named.filter((one) => one.kind === kind).map((one) => one.id) },
    },
    select: { id: true },
  })
  const there = new Set(
    [
      ...(await tx.endpointGroup.findMany(where('EndpointGroup'))),
      ...(await tx.endpoint.findMany(where('Endpoint'))),
    ].map((row) => row.id),
  )
  const missing = named.find((one) => !there.has(one.id))
  if (missing) throw notFound(whatIs[missing.kind], missing.at)
  return scope
}

interface Named extends TenantKey {
  readonly kind: 'EndpointGroup' | 'Endpoint'
  readonly at: readonly string[]
}

const whatIs = { EndpointGroup: 'group', Endpoint: 'endpoint' } as const

function namedIn(wish: PicksWish | null | undefined, tenants: readonly string[], path: readonly string[]): Named[] {
  const named = (kind: Named['kind'], field: keyof PicksWish) =>
    (wish?.[field] ?? []).map((id, i): Named => {
      const at = [...path, field, String(i)]
      const key = keyOf(kind, id, at)
      if (!tenants.includes(key.tenantId)) throw notFound(whatIs[kind], at)
      return { ...key, kind, at }
    })
  return [...named('EndpointGroup', 'groupIds'), ...named('Endpoint', 'endpointIds')]
}

const isEmpty = (picks: Picks) => picks.groups.length === 0 && picks.endpoints.length === 0

/** A stored scope: the database holds it to its form. */
export const asScope = (value: Prisma.JsonValue): Scope | null => value as unknown as Scope | null

/** A scope as a column takes it. */
export const scopeColumn = (scope: Scope | null) =>
  scope === null ? Prisma.DbNull : (scope as unknown as Prisma.InputJsonValue)
