/** What is to be probed, as an administrator names it. Pure; parsing of typed-in text lives in `parse-target.ts`. */

export const starttlsKinds = [
  'smtp',
  'lmtp',
  'submission',
  'imap',
  'pop3',
  'sieve',
  'ftp',
  'ldap',
  'xmpp',
  'xmpp-server',
  'postgres',
  'mysql',
  'nntp',
  'irc',
  'rdp',
  'mssql',
] as const

/** The dialect spoken in clear text before the TLS handshake. */
export type StarttlsKind = (typeof starttlsKinds)[number]

export interface Target {
  /** A-label host name (RFC 5890) or an address literal; IPv6 without brackets. */
  readonly host: string
  readonly port: number
  /** Sent as SNI (RFC 6066 section 3); null sends none. */
  readonly serverName: string | null
  readonly starttls: StarttlsKind | null
}

/** A target with the one address that was checked and is dialled. */
export interface AddressedTarget extends Target {
  /** IPv4 dotted or IPv6 text form (RFC 5952). */
  readonly address: string
}
