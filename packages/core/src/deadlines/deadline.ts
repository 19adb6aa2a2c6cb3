/** A date on which Microsoft, or a platform, changes what it accepts: a record with a history, never a constant. */
import type { ProtocolVersion } from '../facts.ts'
import type { LocalText, Sureness } from '../rules/source.ts'

export const clouds = ['worldwide', 'gcc', 'gcc-high', 'dod', 'china'] as const
/** `china` is operated by 21Vianet. */
export type Cloud = (typeof clouds)[number]

export const channels = [
  'any',
  'https',
  'smtp-in',
  'smtp-auth',
  'pop3',
  'imap4',
  'sip',
  'sign-in',
  'storage',
  'management',
  'operating-system',
  'browser',
] as const
export type Channel = (typeof channels)[number]

/**
 * `unsupported`: still works, nobody repairs it. `announced`: a notice was given. `enforcing`: a rising share is refused.
 * `blocked`: always refused. `opt-in-legacy`: works on another host after a tenant switch. `default-off`: off unless switched on.
 */
export const effects = ['unsupported', 'announced', 'enforcing', 'blocked', 'opt-in-legacy', 'default-off'] as const
export type Effect = (typeof effects)[number]

export interface Deadline {
  readonly id: string
  readonly service: string
  readonly clouds: readonly Cloud[]
  readonly channel: Channel
  readonly protocols: readonly (ProtocolVersion | '3DES' | 'static-RSA' | 'SHA-1')[]
  readonly effect: Effect
  /** ISO 8601 day on which the effect starts. */
  readonly date: string
  /** Last day of a staged change, ISO 8601; null where it has none. */
  readonly until: string | null
  readonly announcedOn: string | null
  /** Id of the record that replaced this one; null while it stands. */
  readonly supersededBy: string | null
  readonly source: string
  readonly sureness: Sureness
  readonly note: LocalText
}
