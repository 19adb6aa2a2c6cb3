import type { AuditLogQueryVariables } from '../../graphql/generated/graphql.ts'

/** What the address bar says of the log. `what` is an action, or `changes`, or `looks`. */
export interface AuditState {
  readonly search: string
  readonly what: string
  readonly partner: string
  /** Days as the reader writes them, for instance 2026-06-01. */
  readonly from: string
  readonly to: string
  readonly after: string | null
  readonly before: string | null
}

const pageSize = 50

export const emptyAudit: AuditState = { search: '', what: '', partner: '', from: '', to: '', after: null, before: null }

const names = { search: 'q', what: 'what', partner: 'partner', from: 'from', to: 'to' } as const

export function readAuditState(params: { get(name: string): string | null }): AuditState {
  const text = (name: keyof typeof names) => params.get(names[name]) ?? ''
  const day = (name: 'from' | 'to') => (isDay(text(name)) ? text(name) : '')
  return {
    search: text('search'),
    what: text('what'),
    partner: text('partner'),
    from: day('from'),
    to: day('to'),
    after: params.get('after'),
    before: params.get('before'),
  }
}

/** The query string of a state, without what is empty; empty or begins with `?`. */
export function writeAuditState(state: AuditState): string {
  const params = new URLSearchParams()
  for (const [key, name] of Object.entries(names)) {
    const value = state[key as keyof typeof names]
    if (value) params.set(name, value)
  }
  if (state.after) params.set('after', state.after)
  else if (state.before) params.set('before', state.before)
  const text = params.toString()
  return text ? `?${text}` : ''
}

/** Both days are meant whole, so the last one ends where the next begins; midnight is the reader's. */
export function auditVariables(slug: string, state: AuditState): AuditLogQueryVariables {
  const { what } = state
  return {
    slug,
    ...(state.before && !state.after
      ? { last: pageSize, before: state.before }
      : { first: pageSize, after: state.after }),
    search: state.search || null,
    action: what === '' || what === 'changes' || what === 'looks' ? null : what,
    looks: what === 'looks' ? true : what === 'changes' ? false : null,
    partnerId: state.partner || null,
    from: state.from ? midnight(state.from, 0) : null,
    to: state.to ? midnight(state.to, 1) : null,
  }
}

/** Where the same entries come as a file. */
export function exportPath(tenantId: string, state: AuditState): string {
  const { action, looks, search, partnerId, from, to } = auditVariables('', state)
  const params = new URLSearchParams({ format: 'csv' })
  for (const [name, value] of Object.entries({ action, looks, search, partnerId, from, to }))
    if (value !== null && value !== undefined) params.set(name, String(value))
  return `/api/tenants/${tenantId}/audit?${params}`
}

export const isFiltered = ({ search, what, partner, from, to }: AuditState): boolean =>
  [search, what, partner, from, to].some((each) => each !== '')

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

function midnight(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + later).toISOString()
}
