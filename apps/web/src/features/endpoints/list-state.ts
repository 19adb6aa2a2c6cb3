import type {
  EndpointListQueryVariables,
  EndpointSort,
  SortDirection,
  Verdict,
} from '../../graphql/generated/graphql.ts'
import { verdictOrder } from '../verdicts/index.ts'

/** What the address bar says of the endpoint list: shareable, and back and forward just work. */
export interface ListState {
  readonly search: string
  readonly verdicts: readonly Verdict[]
  /** Global id of a group, or empty. */
  readonly group: string
  readonly tag: string
  readonly sort: EndpointSort
  readonly direction: SortDirection
  readonly after: string | null
  readonly before: string | null
}

export const pageSize = 25

export const sorts = ['NAME', 'VERDICT', 'SCORE', 'LAST_SCAN', 'CREATED'] as const satisfies readonly EndpointSort[]

/** The direction that a reader expects first: newest dates, but the worst scores and names from A. */
export const firstDirection = (sort: EndpointSort): SortDirection =>
  sort === 'LAST_SCAN' || sort === 'CREATED' ? 'DESC' : 'ASC'

export function readListState(params: { get(name: string): string | null }): ListState {
  const sort = sorts.find((each) => each === params.get('sort')) ?? 'NAME'
  const direction = params.get('dir')
  const wanted = (params.get('verdict') ?? '').split(',')
  return {
    search: params.get('q') ?? '',
    verdicts: verdictOrder.filter((verdict) => wanted.includes(verdict)),
    group: params.get('group') ?? '',
    tag: params.get('tag') ?? '',
    sort,
    direction: direction === 'ASC' || direction === 'DESC' ? direction : firstDirection(sort),
    after: params.get('after'),
    before: params.get('before'),
  }
}

/** The query string of a state, without what is the default; empty or begins with `?`. */
export function writeListState(state: ListState): string {
  const params = new URLSearchParams()
  if (state.search) params.set('q', state.search)
  if (state.verdicts.length > 0) params.set('verdict', state.verdicts.join(','))
  if (state.group) params.set('group', state.group)
  if (state.tag) params.set('tag', state.tag)
  if (state.sort !== 'NAME') params.set('sort', state.sort)
  if (state.direction !== firstDirection(state.sort)) params.set('dir', state.direction)
  if (state.after) params.set('after', state.after)
  else if (state.before) params.set('before', state.before)
  const text = params.toString().replaceAll('%2C', ',')
  return text ? `?${text}` : ''
}

export const isFiltered = ({ search, verdicts, group, tag }: ListState): boolean =>
  search !== '' || verdicts.length > 0 || group !== '' || tag !== ''

/** What shows everything again. */
export const unfiltered = { search: '', verdicts: [], group: '', tag: '' } as const

export function listVariables(slug: string, state: ListState): EndpointListQueryVariables {
  return {
    slug,
    ...(state.before && !state.after
      ? { last: pageSize, before: state.before }
      : { first: pageSize, after: state.after }),
    search: state.search || null,
    verdicts: state.verdicts.length > 0 ? [...state.verdicts] : null,
    groupId: state.group || null,
    tags: state.tag ? [state.tag] : null,
    sort: state.sort,
    sortDirection: state.direction,
  }
}
