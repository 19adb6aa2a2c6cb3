import type { Dialect } from './dialect.ts'
import { upgradeSmtp } from './smtp.ts'

/** RFC 6409: SMTP as mail clients and devices hand mail in. */
export const submission: Dialect = {
  kind: 'submission',
  ports: [587, 2587],
  upgrade: (stream, peer) => upgradeSmtp(stream, peer, 'EHLO'),
}
