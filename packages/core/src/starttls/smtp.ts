import type { ByteStream } from '../net/byte-stream.ts'
import type { Dialect, DialectPeer, NotUpgraded, Upgrade } from './dialect.ts'
import { words } from './words.ts'

/** RFC 3207 over RFC 5321. */
export const smtp: Dialect = {
  kind: 'smtp',
  ports: [25, 587],
  upgrade: (stream, peer) => upgradeSmtp(stream, peer, 'EHLO'),
}

/** The same exchange serves submission (RFC 6409) and LMTP (RFC 2033), which greets by LHLO. */
export async function upgradeSmtp(stream: ByteStream, peer: DialectPeer, hello: 'EHLO' | 'LHLO'): Promise<Upgrade> {
  const greeting = await readReply(stream)
  if (greeting === null) return { upgraded: false, reason: 'not-spoken', banner: null, reply: '' }
  const banner = words(greeting.lines[0] ?? '')
  if (greeting.code !== 220) return refusal(greeting, banner)
  stream.write(`${hello} ${peer.clientName}\r\n`)
  const abilities = await readReply(stream)
  if (abilities?.code !== 250) return refusal(abilities, banner)
  if (!abilities.lines.some((line) => /^starttls\b/i.test(line))) {
    return { ...refusal(abilities, banner), reason: 'not-offered' }
  }
  stream.write('STARTTLS\r\n')
  const permission = await readReply(stream)
  return permission?.code === 220 ? { upgraded: true, banner } : refusal(permission, banner)
}

interface Reply {
  readonly code: number
  /** Text of each line, without code and separator. */
  readonly lines: readonly string[]
}

/** A reply of RFC 5321 section 4.2.1, null where a line has another shape. */
async function readReply(stream: ByteStream): Promise<Reply | null> {
  const lines: string[] = []
  for (let count = 0; count < maxLines; count += 1) {
    const parts = /^(\d{3})(?:([ -])(.*))?$/s.exec(await stream.readLine())
    if (parts === null) return null
    lines.push(parts[3] ?? '')
    if (parts[2] !== '-') return { code: Number(parts[1]), lines }
  }
  return null
}

function refusal(reply: Reply | null, banner: string): NotUpgraded {
  if (reply === null) return { upgraded: false, reason: 'not-spoken', banner, reply: '' }
  const reason = reply.code >= 400 && reply.code < 500 ? 'throttled' : 'refused'
  return { upgraded: false, reason, banner, reply: words(`${reply.code} ${reply.lines.join(' ')}`) }
}

const maxLines = 100
