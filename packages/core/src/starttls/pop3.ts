import type { ByteStream } from '../net/byte-stream.ts'
import type { Dialect, NotUpgraded, Upgrade } from './dialect.ts'
import { words } from './words.ts'

/** RFC 2595 section 4 over RFC 1939; abilities by RFC 2449. */
export const pop3: Dialect = {
  kind: 'pop3',
  ports: [110],
  upgrade: async (stream) => {
    const greeting = await stream.readLine()
    const banner = words(greeting)
    if (isError(greeting)) return no(denial(greeting), banner, greeting)
    if (!isOk(greeting)) return no('not-spoken', banner, greeting)
    stream.write('CAPA\r\n')
    const answer = await stream.readLine()
    // Servers older than CAPA refuse the question; then only asking for TLS itself tells.
    if (isOk(answer)) {
      const abilities = await readList(stream)
      if (!abilities) return no('not-spoken', banner, '')
      if (!abilities.some((line) => /^STLS\s*$/i.test(line))) return no('not-offered', banner, abilities.join(' '))
    } else if (!isError(answer)) return no('not-spoken', banner, answer)
    stream.write('STLS\r\n')
    const permission = await stream.readLine()
    if (isOk(permission)) return { upgraded: true, banner }
    return no(isError(permission) ? denial(permission) : 'not-spoken', banner, permission)
  },
}

async function readList(stream: ByteStream): Promise<readonly string[] | null> {
  const lines: string[] = []
  while (lines.length < 100) {
    const line = await stream.readLine()
    if (line === '.') return lines
    lines.push(line)
  }
  return null
}

const isOk = (line: string) => /^\+OK\b/i.test(line)
const isError = (line: string) => /^-ERR\b/i.test(line)

/** RFC 2449 and RFC 3206 response codes that speak of the moment. */
function denial(line: string): NotUpgraded['reason'] {
  return /^-ERR \[(SYS\/TEMP|IN-USE|LOGIN-DELAY)/i.test(line) ? 'throttled' : 'refused'
}

function no(reason: NotUpgraded['reason'], banner: string, reply: string): Upgrade {
  return { upgraded: false, reason, banner, reply: words(reply) }
}
