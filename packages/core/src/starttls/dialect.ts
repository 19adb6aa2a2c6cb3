import type { ByteStream } from '../net/byte-stream.ts'
import type { StarttlsKind } from '../target.ts'

/**
 * How one protocol goes from clear text to TLS on the same connection.
 *
 * A dialect is a script of "expect a reply, send a command" over a buffered stream. It reads no byte beyond the reply
 * that permits TLS, and returns. A peer that hangs up, drips or floods makes the stream throw `StreamEnd`, which the
 * dialect lets pass: `probe` turns it into an outcome.
 */
export interface Dialect {
  readonly kind: StarttlsKind
  /** Ports that speak it by registration or custom, most usual first. */
  readonly ports: readonly number[]
  readonly upgrade: (stream: ByteStream, peer: DialectPeer) => Promise<Upgrade>
}

export interface DialectPeer {
  /** The host as the administrator named it: what XMPP's `to` and the like ask for. */
  readonly host: string
  /** Our own name in EHLO and the like. */
  readonly clientName: string
}

export type Upgrade = Upgraded | NotUpgraded

export interface Upgraded {
  readonly upgraded: true
  /** First line of what the peer said first, at most 200 characters; null where the protocol has no greeting. */
  readonly banner: string | null
}

export interface NotUpgraded {
  readonly upgraded: false
  /**
   * `not-offered`: the peer's list of abilities lacks it. `refused`: offered or unlisted, and the peer said no.
   * `throttled`: the peer asks to come back later (SMTP 421, 450...). `not-spoken`: what came is not this protocol.
   */
  readonly reason: 'not-offered' | 'refused' | 'throttled' | 'not-spoken'
  readonly banner: string | null
  /** The peer's words, at most 200 characters. */
  readonly reply: string
}
