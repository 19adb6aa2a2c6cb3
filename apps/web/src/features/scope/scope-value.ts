import type { ScopeInput, ScopePartsFragment, ScopePicksInput } from '../../graphql/generated/graphql.ts'

export interface Pick {
  readonly kind: 'group' | 'endpoint'
  readonly id: string
  readonly name: string
}

/** A scope while it is edited: null includes every endpoint. */
export interface ScopeValue {
  readonly include: readonly Pick[] | null
  readonly exclude: readonly Pick[]
}

export const everything: ScopeValue = { include: null, exclude: [] }

export const isEverything = ({ include, exclude }: ScopeValue): boolean => include === null && exclude.length === 0

/** As the API takes it; null where it narrows nothing. */
export function scopeInput(value: ScopeValue): ScopeInput | null {
  if (isEverything(value)) return null
  return { include: value.include && picksInput(value.include), exclude: picksInput(value.exclude) }
}

/** From what the API tells; null is every endpoint. */
export function scopeValue(scope: ScopePartsFragment | null): ScopeValue {
  if (scope === null) return everything
  return { include: scope.include && picksOf(scope.include), exclude: picksOf(scope.exclude) }
}

function picksInput(picks: readonly Pick[]): ScopePicksInput {
  const ids = (kind: Pick['kind']) => picks.filter((pick) => pick.kind === kind).map(({ id }) => id)
  return { groupIds: ids('group'), endpointIds: ids('endpoint') }
}

function picksOf({ groups, endpoints }: NonNullable<ScopePartsFragment['include']>): Pick[] {
  return [
    ...groups.map(({ id, name }) => ({ kind: 'group' as const, id, name })),
    ...endpoints.map(({ id, label, address }) => ({ kind: 'endpoint' as const, id, name: label ?? address })),
  ]
}
