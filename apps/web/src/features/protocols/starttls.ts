import type { StarttlsKind as CoreStarttlsKind } from '@sundown/core/target'
import type { StarttlsKind } from '../../graphql/generated/graphql.ts'

/** In the order that administrators meet them. */
export const starttlsChoices = [
  'SMTP',
  'SUBMISSION',
  'IMAP',
  'POP3',
  'SIEVE',
  'LMTP',
  'LDAP',
  'RDP',
  'MSSQL',
  'POSTGRES',
  'MYSQL',
  'FTP',
  'XMPP',
  'XMPP_SERVER',
  'NNTP',
  'IRC',
] as const satisfies readonly StarttlsKind[]

/** The same dialect in the spelling of core. */
export function coreStarttls(kind: StarttlsKind | null): CoreStarttlsKind | null {
  return kind === null ? null : (kind.toLowerCase().replace('_', '-') as CoreStarttlsKind)
}
