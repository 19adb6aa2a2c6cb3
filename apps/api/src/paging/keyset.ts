/** A column that a list is sorted by; the id decides among equals, so that every row has one place. */
export interface SortKey {
  readonly column: string
  readonly nullable: boolean
  /** Values of an enum column in its order; a database enum knows no "greater than" in the query language. */
  readonly order?: readonly string[]
}

type Position = readonly [value: string | number | null, id: string]

/** Where-clause and order of one page. Nulls stand last in both directions. */
export interface KeysetClause {
  readonly where: Record<string, unknown>
  readonly orderBy: Record<string, unknown>[]
}

/**
 * The rows strictly behind a position, walking the list forward or backward. A row that appears or leaves meanwhile
 * shifts nothing, and a deep page costs no more than the first.
 */
export function keyset(
  sort: SortKey,
  direction: 'asc' | 'desc',
  walk: { readonly backward: boolean; readonly from: Position | null },
): KeysetClause {
  const way = (direction === 'asc') !== walk.backward ? 'asc' : 'desc'
  const nullsAhead = walk.backward
  const byId = sort.column === 'id'
  const order = sort.nullable ? { sort: way, nulls: nullsAhead ? 'first' : 'last' } : way
  return {
    where: walk.from ? behind(sort, way, nullsAhead, walk.from) : {},
    orderBy: byId ? [{ id: way }] : [{ [sort.column]: order }, { id: way }],
  }
}

function behind(sort: SortKey, way: 'asc' | 'desc', nullsAhead: boolean, [value, id]: Position) {
  const further = { id: { [way === 'asc' ? 'gt' : 'lt']: id } }
  if (sort.column === 'id') return further
  const equal = { [sort.column]: value, ...further }
  if (value === null) return nullsAhead ? { OR: [equal, { [sort.column]: { not: null } }] } : equal
  const beyond = { [sort.column]: greater(sort, way, value) }
  return { OR: [beyond, equal, ...(sort.nullable && !nullsAhead ? [{ [sort.column]: null }] : [])] }
}

function greater({ order }: SortKey, way: 'asc' | 'desc', value: string | number) {
  if (!order) return { [way === 'asc' ? 'gt' : 'lt']: value }
  const at = order.indexOf(String(value))
  return { in: way === 'asc' ? order.slice(at + 1) : order.slice(0, Math.max(at, 0)) }
}
