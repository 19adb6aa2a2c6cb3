import type { ByteStream } from '../net/byte-stream.ts'
import type { Dialect, NotUpgraded, Upgrade } from './dialect.ts'
import { words } from './words.ts'

/** RFC 9051 sections 6.1.1, 6.2.1 and 7.1. */
export const imap: Dialect = {
  kind: 'imap',
  ports: [143],
  upgrade: async (stream) => {
    const greeting = await stream.readLine()
    const banner = words(greeting)
    if (/^\* BYE\b/i.test(greeting)) return no('throttled', banner, greeting)
    if (/^\* PREAUTH\b/i.test(greeting)) return no('refused', banner, greeting)
    if (!/^\* OK\b/i.test(greeting)) return no('not-spoken', banner, greeting)
    stream.write('s1 CAPABILITY\r\n')
    const listed = await replyTo(stream, 's1')
    if (!listed) return no('not-spoken', banner, '')
    if (!listed.ok) return no(denial(listed.tagged), banner, listed.tagged)
    if (!listed.untagged.some((line) => /^\* CAPABILITY\b.* STARTTLS( |$)/i.test(line)))
      return no('not-offered', banner, listed.untagged[0] ?? listed.tagged)
    stream.write('s2 STARTTLS\r\n')
    const permission = await replyTo(stream, 's2')
    if (!permission) return no('not-spoken', banner, '')
    return permission.ok ? { upgraded: true, banner } : no(denial(permission.tagged), banner, permission.tagged)
  },
}

interface Reply {
  readonly ok: boolean
  readonly tagged: string
  readonly untagged: readonly string[]
}

async function replyTo(stream: ByteStream, tag: string): Promise<Reply | null> {
  const untagged: string[] = []
  while (untagged.length < maxLines) {
    const line = await stream.readLine()
    if (/^\* BYE\b/i.test(line)) return { ok: false, tagged: line, untagged }
    if (line.startsWith(`${tag} `)) return { ok: /^\S+ OK\b/i.test(line), tagged: line, untagged }
    if (!line.startsWith('* ')) return null
    untagged.push(line)
  }
  return null
}

/** Response codes of RFC 5530 that speak of the moment, not of the ability; BYE may come at any time. */
function denial(line: string): NotUpgraded['reason'] {
  return /^\S+ (BYE|(NO|BAD) \[(UNAVAILABLE|INUSE|LIMIT|SERVERBUG)\])/i.test(line) ? 'throttled' : 'refused'
}

function no(reason: NotUpgraded['reason'], banner: string, reply: string): Upgrade {
  return { upgraded: false, reason, banner, reply: words(reply) }
}

const maxLines = 100
