import type { StarttlsKind } from '../target.ts'
import type { Dialect } from './dialect.ts'
import { ftp } from './ftp.ts'
import { imap } from './imap.ts'
import { irc } from './irc.ts'
import { ldap } from './ldap.ts'
import { lmtp } from './lmtp.ts'
import { mssql } from './mssql.ts'
import { mysql } from './mysql.ts'
import { nntp } from './nntp.ts'
import { pop3 } from './pop3.ts'
import { postgres } from './postgres.ts'
import { rdp } from './rdp.ts'
import { sieve } from './sieve.ts'
import { smtp } from './smtp.ts'
import { submission } from './submission.ts'
import { xmpp } from './xmpp.ts'
import { xmppServer } from './xmpp-server.ts'

/** Every dialect, in the order of `starttlsKinds`. */
export const dialects: readonly Dialect[] = [
  smtp,
  lmtp,
  submission,
  imap,
  pop3,
  sieve,
  ftp,
  ldap,
  xmpp,
  xmppServer,
  postgres,
  mysql,
  nntp,
  irc,
  rdp,
  mssql,
]

export function dialectOf(kind: StarttlsKind): Dialect | undefined {
  return dialects.find((dialect) => dialect.kind === kind)
}
