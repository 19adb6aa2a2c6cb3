import { Prisma } from '@sundown/db'
import { type PageWindow, type Position, wrongCursor } from '../graphql/page.ts'

/** A column that a list is sorted by; the id decides among equals, so that every row has one place. */
export interface SortColumn {
  readonly name: string
  /** The column's SQL type. */
  readonly type: 'text' | 'integer' | 'uuid' | `"${string}"`
  readonly nullable: boolean
  /** The values of an enum. */
  readonly values?: readonly string[]
}

/** Condition and order of one page. Nulls stand last in both directions. */
export interface KeysetSql {
  readonly behind: Prisma.Sql
  readonly order: Prisma.Sql
}

/**
 * The rows of `table` strictly behind the position of a window, in the order in which it walks: what `keyset` says in the
 * query language, as SQL.
 * @throws {GraphQLError} BAD_USER_INPUT for a position that no row of this list can have
 */
export function keysetSql(table: string, sort: SortColumn, direction: 'ASC' | 'DESC', window: PageWindow): KeysetSql {
  const up = (direction === 'ASC') !== window.backward
  const way = up ? 'ASC' : 'DESC'
  const [id, column] = [`${table}."id"`, `${table}."${sort.name}"`]
  const nulls = sort.nullable ? ` NULLS ${window.backward ? 'FIRST' : 'LAST'}` : ''
  const order = Prisma.raw(sort.name === 'id' ? `${id} ${way}` : `${column} ${way}${nulls}, ${id} ${way}`)
  if (!window.from) return { behind: Prisma.sql`true`, order }
  return {
    behind: behind({ sort, id, column, further: up ? '>' : '<', nullsAhead: window.backward }, window.from),
    order,
  }
}

interface Walk {
  readonly sort: SortColumn
  readonly id: string
  readonly column: string
  readonly further: '>' | '<'
  /** Whether rows without a value come first in the way that is walked. */
  readonly nullsAhead: boolean
}

function behind({ sort, id, column, further, nullsAhead }: Walk, position: Position): Prisma.Sql {
  const [value, last] = checked(sort, position)
  const beyondId = Prisma.sql`${Prisma.raw(`${id} ${further}`)} ${last}::uuid`
  if (sort.name === 'id') return beyondId
  const valueless = Prisma.raw(`${column} IS NULL`)
  if (value === null)
    return nullsAhead
      ? Prisma.sql`(${valueless} AND ${beyondId} OR ${Prisma.raw(column)} IS NOT NULL)`
      : Prisma.sql`(${valueless} AND ${beyondId})`
  const bound = Prisma.sql`${value}${Prisma.raw(`::${sort.type}`)}`
  const beyond = Prisma.sql`${Prisma.raw(`${column} ${further}`)} ${bound} OR ${Prisma.raw(column)} = ${bound} AND ${beyondId}`
  return sort.nullable && !nullsAhead ? Prisma.sql`(${beyond} OR ${valueless})` : Prisma.sql`(${beyond})`
}

function checked({ name, type, nullable, values }: SortColumn, [value, id]: Position): Position {
  const fits =
    value === null
      ? nullable || name === 'id'
      : type === 'integer'
        ? Number.isInteger(value)
        : typeof value === 'string' && (type !== 'uuid' || isUuid(value)) && (values?.includes(value) ?? true)
  if (fits && isUuid(id)) return [value, id]
  throw wrongCursor()
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

/** The columns of a table as the query language names them, so that a column that is added later changes no answer. */
export const columnsOf = (table: string, names: Readonly<Record<string, string>>): Prisma.Sql =>
  Prisma.raw(
    Object.values(names)
      .map((name) => `${table}."${name}"`)
      .join(', '),
  )
