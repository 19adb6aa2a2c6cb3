import type { ByteStream } from '../net/byte-stream.ts'
import type { Dialect, NotUpgraded, Upgrade } from './dialect.ts'
import { words } from './words.ts'

/** RFC 4217 section 4 over RFC 959. */
export const ftp: Dialect = {
  kind: 'ftp',
  ports: [21],
  upgrade: async (stream) => {
    const greeting = await readReply(stream)
    if (!greeting) return no('not-spoken', null, '')
    const banner = words(greeting.text)
    if (greeting.code !== 220) return no(denial(greeting.code), banner, greeting.text)
    stream.write('AUTH TLS\r\n')
    const permission = await readReply(stream)
    if (!permission) return no('not-spoken', banner, '')
    // 334 is what servers of the older drafts answer.
    if (permission.code === 234 || permission.code === 334) return { upgraded: true, banner }
    return no(denial(permission.code), banner, permission.text)
  },
}

interface Reply {
  readonly code: number
  readonly text: string
}

/** RFC 959 section 4.2: `220-` opens a reply that `220 ` on a line of its own closes; lines between have any shape. */
async function readReply(stream: ByteStream): Promise<Reply | null> {
  const first = await stream.readLine()
  const opening = /^(\d{3})([ -])/.exec(first)
  if (!opening) return null
  let last = first
  for (let count = 0; opening[2] === '-' && !last.startsWith(`${opening[1]} `); count += 1) {
    if (count === 100) return null
    last = await stream.readLine()
  }
  return { code: Number(opening[1]), text: first }
}

/** 120 and 4yz ask to come back; 500, 502 and 504 do not know the command or the mechanism. */
function denial(code: number): NotUpgraded['reason'] {
  if (code === 120 || (code >= 400 && code < 500)) return 'throttled'
  return [500, 502, 504].includes(code) ? 'not-offered' : 'refused'
}

function no(reason: NotUpgraded['reason'], banner: string | null, reply: string): Upgrade {
  return { upgraded: false, reason, banner, reply: words(reply) }
}
