/** One way to put something right on one stack. Commands are the same in every language; titles and warnings are not. */
import type { Locale, LocalText, Sureness } from '../rules/source.ts'

export const stacks = [
  'windows-server',
  'iis',
  'exchange',
  'dotnet',
  'winhttp',
  'adfs-wap',
  'sql-server',
  'nginx',
  'apache',
  'haproxy',
  'postfix',
  'dovecot',
  'exim',
  'java',
  'openssl',
  'f5-big-ip',
  'netscaler',
  'printer',
  'exchange-online',
  'any',
] as const
export type Stack = (typeof stacks)[number]

/** Product names as their makers write them. */
export const stackNames: Readonly<Record<Stack, string>> = {
  'windows-server': 'Windows Server',
  iis: 'IIS',
  exchange: 'Exchange Server',
  dotnet: '.NET',
  winhttp: 'WinHTTP',
  'adfs-wap': 'AD FS, Web Application Proxy',
  'sql-server': 'SQL Server',
  nginx: 'nginx',
  apache: 'Apache httpd',
  haproxy: 'HAProxy',
  postfix: 'Postfix',
  dovecot: 'Dovecot',
  exim: 'Exim',
  java: 'Java',
  openssl: 'OpenSSL',
  'f5-big-ip': 'F5 BIG-IP',
  netscaler: 'NetScaler',
  printer: 'Printer, scanner',
  'exchange-online': 'Exchange Online',
  any: 'Any',
}

/** A stack in the reader's language: product names stay, the words are translated. */
export const stackName = (stack: Stack, locale: Locale): string =>
  locale === 'da' ? (danishStacks[stack] ?? stackNames[stack]) : stackNames[stack]

const danishStacks: Readonly<Partial<Record<Stack, string>>> = { any: 'Alle', printer: 'Printer, scanner' }

/** What a remedy achieves; rules name the goals that cure them. */
export const goals = [
  'certificate',
  'client',
  'find-clients',
  'forward-secrecy',
  'legacy-off',
  'renegotiation',
  'ssl-off',
  'starttls',
  'suites',
  'tls-1-2',
  'weak-suites',
] as const
export type Goal = (typeof goals)[number]

export interface Remedy {
  readonly id: string
  readonly stack: Stack
  readonly goals: readonly Goal[]
  readonly title: LocalText
  /** Commands or configuration, to be read before they are run. */
  readonly set: string
  readonly check: string
  readonly rollBack: string
  readonly mayBreak: LocalText
  readonly restart: 'none' | 'reload' | 'service' | 'application' | 'machine'
  /** Whether a test starts the real server with this configuration and probes it. */
  readonly tested: boolean
  readonly source: string
  readonly sureness: Sureness
}
