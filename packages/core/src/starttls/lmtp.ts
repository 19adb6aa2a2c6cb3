import type { Dialect } from './dialect.ts'
import { upgradeSmtp } from './smtp.ts'

/** RFC 2033: SMTP that greets by LHLO. */
export const lmtp: Dialect = {
  kind: 'lmtp',
  ports: [24],
  upgrade: (stream, peer) => upgradeSmtp(stream, peer, 'LHLO'),
}
