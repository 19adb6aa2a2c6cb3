import { type StarttlsKind, starttlsKinds, type Target } from './target.ts'

export { type AddressedTarget, type StarttlsKind, starttlsKinds, type Target } from './target.ts'

export const targetErrorCodes = ['REQUIRED', 'TOO_LONG', 'INVALID_HOST', 'INVALID_PORT', 'PORT_MISSING'] as const
export type TargetErrorCode = (typeof targetErrorCodes)[number]

export interface ParseTargetOptions {
  readonly starttls?: StarttlsKind | null
  /** Name for SNI where it is not the host; an empty string sends none. */
  readonly serverName?: string | null
}

export type ParsedTarget =
  | { readonly ok: true; readonly target: Target }
  /** `at` is the offset in the text that was given, for the error beside the field. */
  | {
      readonly ok: false
      readonly code: TargetErrorCode
      readonly at: number
      readonly field: 'address' | 'serverName'
    }

/**
 * What an administrator types or pastes, as a target: `host`, `host:port`, `[v6]:port`, a bare IPv6 address, or a URL of
 * which scheme, path and credentials are dropped. Names in any script become A-labels (RFC 5891). Without a port the
 * STARTTLS dialect's, else the scheme's, else 443 is meant.
 */
export function parseTarget(text: string, options: ParseTargetOptions = {}): ParsedTarget {
  const start = text.length - text.trimStart().length
  const trimmed = text.trim()
  if (trimmed === '') return refuse('REQUIRED', 0)
  if (trimmed.length > maxText) return refuse('TOO_LONG', maxText)
  const { scheme, authority, offset } = authorityOf(trimmed)
  const at = start + offset
  const parts = splitPort(authority)
  const host = normalHost(parts.host)
  if (host === null) return refuse(parts.host.length > maxName ? 'TOO_LONG' : 'INVALID_HOST', at)
  const starttls = options.starttls ?? schemeDialects.get(scheme) ?? null
  const port = parts.port === null ? defaultPort(starttls, scheme) : portOf(parts.port)
  if (port === 'missing') return refuse('PORT_MISSING', at + parts.host.length + 1)
  if (port === null) return refuse('INVALID_PORT', at + authority.length - (parts.port?.length ?? 0))
  const name = serverNameOf(options.serverName, host)
  if (name === undefined) return { ok: false, code: 'INVALID_HOST', at: 0, field: 'serverName' }
  return { ok: true, target: { host, port, serverName: name, starttls } }
}

/** The port a dialect is usually spoken on. */
export function defaultPortOf(kind: StarttlsKind): number {
  return dialectPorts[kind]
}

export function isStarttlsKind(text: string): text is StarttlsKind {
  return (starttlsKinds as readonly string[]).includes(text)
}

function refuse(code: TargetErrorCode, at: number): ParsedTarget {
  return { ok: false, code, at, field: 'address' }
}

function authorityOf(text: string): { readonly scheme: string; readonly authority: string; readonly offset: number } {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)
  const from = scheme?.[0].length ?? 0
  const rest = text.slice(from)
  const end = rest.search(/[/?#\\]/)
  const authority = end < 0 ? rest : rest.slice(0, end)
  const user = authority.lastIndexOf('@') + 1
  return { scheme: (scheme?.[1] ?? '').toLowerCase(), authority: authority.slice(user), offset: from + user }
}

function splitPort(authority: string): { readonly host: string; readonly port: string | null } {
  const bracketed = /^\[([^\]]*)\](?::(.*))?$/s.exec(authority)
  if (bracketed !== null) return { host: `[${bracketed[1]}]`, port: bracketed[2] ?? null }
  const colons = authority.split(':').length - 1
  // Two colons and more without brackets can only be a bare IPv6 address.
  if (colons > 1) return { host: `[${authority}]`, port: null }
  const at = authority.indexOf(':')
  return at < 0 ? { host: authority, port: null } : { host: authority.slice(0, at), port: authority.slice(at + 1) }
}

/** A-label, dotted IPv4, or IPv6 without brackets; null for what is none of them. */
function normalHost(host: string): string | null {
  const plain = host.replace(/\.$/, '')
  if (plain === '' || /[\s%<>^`{|}@]/.test(plain) || plain.length > maxName) return null
  let hostname: string
  try {
    // The URL standard does IDNA and the canonical forms of both address families, in Node and in browsers alike.
    hostname = new URL(`http://${plain}/`).hostname
  } catch {
    return null
  }
  if (hostname.startsWith('[')) return hostname.slice(1, -1)
  if (/^\d+\.\d+\.\d+\.\d+$/.test(hostname)) return /^\d+(\.\d+){3}$/.test(plain) ? hostname : null
  return isHostName(hostname) ? hostname : null
}

function isHostName(name: string): boolean {
  return name.length <= 253 && name.split('.').every((label) => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label))
}

function portOf(text: string): number | 'missing' | null {
  if (text === '') return 'missing'
  if (!/^\d{1,5}$/.test(text)) return null
  const port = Number(text)
  return port >= 1 && port <= 65_535 ? port : null
}

function defaultPort(starttls: StarttlsKind | null, scheme: string): number {
  if (starttls !== null) return dialectPorts[starttls]
  return schemePorts.get(scheme) ?? 443
}

/** RFC 6066 section 3: an address literal is no server name. Undefined where the wish is no host name. */
function serverNameOf(wish: string | null | undefined, host: string): string | null | undefined {
  if (wish === undefined || wish === null) return isAddress(host) ? null : host
  if (wish.trim() === '') return null
  const name = normalHost(wish.trim())
  return name === null || isAddress(name) ? undefined : name
}

function isAddress(host: string): boolean {
  return host.includes(':') || /^\d+\.\d+\.\d+\.\d+$/.test(host)
}

const maxText = 2_048
const maxName = 1_024

const dialectPorts: Readonly<Record<StarttlsKind, number>> = {
  smtp: 25,
  lmtp: 24,
  submission: 587,
  imap: 143,
  pop3: 110,
  sieve: 4190,
  ftp: 21,
  ldap: 389,
  xmpp: 5222,
  'xmpp-server': 5269,
  postgres: 5432,
  mysql: 3306,
  nntp: 119,
  irc: 6667,
  rdp: 3389,
  mssql: 1433,
}

const schemeDialects = new Map<string, StarttlsKind>([
  ['smtp', 'smtp'],
  ['imap', 'imap'],
  ['pop3', 'pop3'],
  ['pop', 'pop3'],
  ['ftp', 'ftp'],
  ['ldap', 'ldap'],
  ['xmpp', 'xmpp'],
  ['postgres', 'postgres'],
  ['postgresql', 'postgres'],
  ['mysql', 'mysql'],
  ['nntp', 'nntp'],
  ['irc', 'irc'],
  ['rdp', 'rdp'],
  ['sieve', 'sieve'],
])

const schemePorts = new Map<string, number>([
  ['https', 443],
  ['smtps', 465],
  ['submissions', 465],
  ['imaps', 993],
  ['pop3s', 995],
  ['ldaps', 636],
  ['ftps', 990],
  ['nntps', 563],
  ['ircs', 6697],
  ['mqtts', 8883],
  ['amqps', 5671],
  ['wss', 443],
])
