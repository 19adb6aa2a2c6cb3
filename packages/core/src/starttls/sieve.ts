import type { ByteStream } from '../net/byte-stream.ts'
import type { Dialect, NotUpgraded, Upgrade } from './dialect.ts'
import { words } from './words.ts'

/** ManageSieve, RFC 5804 sections 1.7, 2.2 and 4: the server lists its abilities unasked. */
export const sieve: Dialect = {
  kind: 'sieve',
  ports: [4190],
  upgrade: async (stream) => {
    const greeting = await readResponse(stream)
    if (!greeting) return no('not-spoken', null, '')
    const implementation = greeting.lines.find((line) => /^"IMPLEMENTATION"/i.test(line))
    const banner = implementation === undefined ? null : words(implementation)
    if (!isOk(greeting.result)) return no(denial(greeting.result), banner, greeting.result)
    if (!greeting.lines.some((line) => /^"STARTTLS"/i.test(line)))
      return no('not-offered', banner, greeting.lines.join(' '))
    stream.write('STARTTLS\r\n')
    const permission = await readResponse(stream)
    if (!permission) return no('not-spoken', banner, '')
    if (isOk(permission.result)) return { upgraded: true, banner }
    return no(denial(permission.result), banner, permission.result)
  },
}

interface Response {
  readonly lines: readonly string[]
  readonly result: string
}

async function readResponse(stream: ByteStream): Promise<Response | null> {
  const lines: string[] = []
  while (lines.length < 100) {
    const line = await readWithLiterals(stream)
    if (line === null) return null
    if (/^(OK|NO|BYE)\b/i.test(line)) return { lines, result: line }
    if (!/^["{]/.test(line)) return null
    lines.push(line)
  }
  return null
}

/** A string may come as `{length}`, then that many bytes, then the rest of the line. */
async function readWithLiterals(stream: ByteStream): Promise<string | null> {
  let line = await stream.readLine()
  for (let count = 0; count < 4; count += 1) {
    const literal = /^(.*)\{(\d{1,5})\+?\}$/s.exec(line)
    if (!literal) return line
    const length = Number(literal[2])
    if (length > maxLiteral) return null
    const text = (await stream.readExactly(length)).toString('latin1')
    line = `${literal[1]}"${text}"${await stream.readLine()}`
  }
  return null
}

const isOk = (line: string) => /^OK\b/i.test(line)

/** BYE comes from a server that is full or going down as well. */
function denial(line: string): NotUpgraded['reason'] {
  return /^(BYE|NO \(TRYLATER\))/i.test(line) ? 'throttled' : 'refused'
}

function no(reason: NotUpgraded['reason'], banner: string | null, reply: string): Upgrade {
  return { upgraded: false, reason, banner, reply: words(reply) }
}

const maxLiteral = 8192
