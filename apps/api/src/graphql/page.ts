import { Buffer } from 'node:buffer'
import { GraphQLError } from 'graphql'
import { limits } from './builder.ts'

export interface PageArgs {
  readonly first?: number | null | undefined
  readonly last?: number | null | undefined
  readonly after?: string | null | undefined
  readonly before?: string | null | undefined
}

/** Sort value and id of one row, as a cursor carries it. */
export type Position = readonly [value: string | number | null, id: string]

/** What a keyset query reads: rows strictly behind `from`, walking forward or backward, one more than the page. */
export interface PageWindow {
  readonly take: number
  readonly backward: boolean
  readonly from: Position | null
}

export interface Page<T> {
  readonly edges: { readonly cursor: string; readonly node: T }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

const bad = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })

export const wrongCursor = () => bad('The cursor is not one of this list.')

export const encodeCursor = (position: Position): string => Buffer.from(JSON.stringify(position)).toString('base64url')

/** @throws {GraphQLError} BAD_USER_INPUT for anything that is not a cursor of this list */
export function decodeCursor(cursor: string): Position {
  try {
    const [value, id, ...rest] = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const scalar = value === null || typeof value === 'string' || typeof value === 'number'
    if (scalar && typeof id === 'string' && rest.length === 0) return [value, id]
  } catch {}
  throw wrongCursor()
}

/** How many rows a connection field may bring, for its cost. */
export const pageSize = (args: PageArgs): number =>
  Math.min(Math.max(args.first ?? args.last ?? limits.pageDefault, 0), limits.pageMax)

/**
 * The window that the arguments of a connection ask for.
 * @throws {GraphQLError} BAD_USER_INPUT for sizes out of range or both directions at once
 */
export function pageWindow(args: PageArgs): PageWindow {
  const { first, last, after, before } = args
  if (first != null && last != null) throw bad('Ask for `first` or `last`, not both.')
  if (last != null && after != null) throw bad('`last` goes with `before`, not with `after`.')
  if (before != null && last == null) throw bad('`before` goes with `last`.')
  const size = first ?? last ?? limits.pageDefault
  if (size < 1 || size > limits.pageMax) throw bad(`A page has 1 to ${limits.pageMax} rows.`)
  const cursor = after ?? before
  return { take: size + 1, backward: last != null, from: cursor == null ? null : decodeCursor(cursor) }
}

/** Turns the rows of a window (in walking order, maybe one too many) into a Relay page in list order. */
export function pageOf<T>(window: PageWindow, rows: readonly T[], position: (row: T) => Position): Page<T> {
  const more = rows.length >= window.take
  const kept = more ? rows.slice(0, window.take - 1) : [...rows]
  if (window.backward) kept.reverse()
  // A cursor is made when it is asked for: most readers take one of a page.
  const edges = kept.map((node) => ({
    node,
    get cursor() {
      return encodeCursor(position(node))
    },
  }))
  return {
    edges,
    pageInfo: {
      hasNextPage: window.backward ? window.from !== null : more,
      hasPreviousPage: window.backward ? more : window.from !== null,
      get startCursor() {
        return edges[0]?.cursor ?? null
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null
      },
    },
  }
}
