import { execute } from '../../graphql/execute.ts'
import { type AuditLineFragment, AuditLogDocument } from '../../graphql/generated/graphql.ts'
import { type AuditState, auditVariables } from './audit-state.ts'

const columns = [
  'number',
  'at',
  'actorKind',
  'actorName',
  'partnerName',
  'action',
  'subjectKind',
  'subjectId',
  'before',
  'after',
  'address',
  'requestId',
  'hash',
] as const satisfies readonly (keyof AuditLineFragment)[]

/** Every entry under the filter, newest first, as CSV (RFC 4180) with a byte order mark, which spreadsheets ask for. */
export async function auditCsv(slug: string, state: AuditState): Promise<string> {
  const rows: string[] = [columns.join(',')]
  let after: string | null = null
  do {
    const variables: Parameters<typeof execute<unknown, ReturnType<typeof auditVariables>>>[1] = {
      ...auditVariables(slug, { ...state, before: null, after }),
      first: 100,
    }
    const page = (await execute(AuditLogDocument, variables)).tenant?.auditEntries
    for (const { node } of page?.edges ?? []) rows.push(columns.map((name) => cellOf(node[name])).join(','))
    after = page?.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null
  } while (after !== null)
  return `\ufeff${rows.join('\r\n')}\r\n`
}

/** A cell that a spreadsheet would run as a formula gets an apostrophe before it. */
export function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const tame = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame
}
