import type { ByteStream } from '../net/byte-stream.ts'
import type { Dialect, NotUpgraded, Upgrade } from './dialect.ts'
import { words } from './words.ts'

/** RFC 4642 over RFC 3977. */
export const nntp: Dialect = {
  kind: 'nntp',
  ports: [119],
  upgrade: async (stream) => {
    const greeting = await stream.readLine()
    const banner = words(greeting)
    if (!/^20[01]\b/.test(greeting)) return no(denial(greeting), banner, greeting)
    stream.write('CAPABILITIES\r\n')
    const answer = await stream.readLine()
    if (/^101\b/.test(answer)) {
      const abilities = await readList(stream)
      if (!abilities) return no('not-spoken', banner, '')
      if (!abilities.some((line) => /^STARTTLS\b/i.test(line))) return no('not-offered', banner, abilities.join(' '))
    } else if (!/^5\d\d\b/.test(answer)) return no(denial(answer), banner, answer)
    stream.write('STARTTLS\r\n')
    const permission = await stream.readLine()
    return /^382\b/.test(permission) ? { upgraded: true, banner } : no(denial(permission), banner, permission)
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

function denial(line: string): NotUpgraded['reason'] {
  if (/^4\d\d\b/.test(line)) return 'throttled'
  if (/^50[01]\b/.test(line)) return 'not-offered'
  return /^5\d\d\b/.test(line) ? 'refused' : 'not-spoken'
}

function no(reason: NotUpgraded['reason'], banner: string, reply: string): Upgrade {
  return { upgraded: false, reason, banner, reply: words(reply) }
}
