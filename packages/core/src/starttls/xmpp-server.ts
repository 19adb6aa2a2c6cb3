import type { Dialect } from './dialect.ts'
import { upgradeXmpp } from './xmpp.ts'

/** RFC 6120 between servers. */
export const xmppServer: Dialect = {
  kind: 'xmpp-server',
  ports: [5269],
  upgrade: (stream, peer) => upgradeXmpp(stream, peer, 'jabber:server'),
}
