import type { ByteStream } from '../net/byte-stream.ts'
import type { Dialect, NotUpgraded, Upgrade } from './dialect.ts'
import { words } from './words.ts'

/** PostgreSQL's SSLRequest, answered by one byte (PostgreSQL documentation, "SSL Session Encryption"). */
export const postgres: Dialect = {
  kind: 'postgres',
  ports: [5432],
  upgrade: async (stream) => {
    stream.write(sslRequest)
    const answer = (await stream.readExactly(1)).toString('latin1')
    if (answer === 'S') return { upgraded: true, banner: null }
    if (answer === 'N') return no('not-offered', 'N')
    if (answer === 'E') return readError(stream)
    return no('not-spoken', answer)
  },
}

const sslRequest = Buffer.of(0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f)

/** ErrorResponse: fields of a letter and text, each closed by a zero byte. `C` is the SQLSTATE, `M` the message. */
async function readError(stream: ByteStream): Promise<Upgrade> {
  const length = (await stream.readExactly(4)).readUInt32BE(0)
  if (length < 5 || length > maxError) return no('not-spoken', 'E')
  const fields = (await stream.readExactly(length - 4)).toString('utf8').split('\0')
  const field = (letter: string) => fields.find((each) => each.startsWith(letter))?.slice(1) ?? ''
  const state = field('C')
  return no(/^(53|57P)/.test(state) ? 'throttled' : 'refused', `${state} ${field('M')}`)
}

function no(reason: NotUpgraded['reason'], reply: string): Upgrade {
  return { upgraded: false, reason, banner: null, reply: words(reply) }
}

const maxError = 30_000
