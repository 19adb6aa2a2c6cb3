import type { ByteStream } from '../net/byte-stream.ts'
import type { Dialect, NotUpgraded, Upgrade } from './dialect.ts'
import { words } from './words.ts'

/** RFC 4511 section 4.14: an extended operation, answered by a result code. */
export const ldap: Dialect = {
  kind: 'ldap',
  ports: [389, 3268],
  upgrade: async (stream) => {
    stream.write(startTls)
    const message = await readMessage(stream)
    const response = message && readExtendedResponse(message)
    if (!response) return no('not-spoken', message?.toString('latin1') ?? '')
    const { code, text, unsolicited } = response
    if (code === 0 && !unsolicited) return { upgraded: true, banner: null }
    return no(denial(code), `result ${code}${text === '' ? '' : `: ${text}`}`)
  },
}

/** ExtendedRequest with message id 1, in BER. */
const oid = '1.3.6.1.4.1.1466.20037'
const startTls = Buffer.concat([
  Buffer.of(0x30, 7 + oid.length, 0x02, 1, 1, 0x77, 2 + oid.length, 0x80, oid.length),
  Buffer.from(oid, 'latin1'),
])

async function readMessage(stream: ByteStream): Promise<Buffer | null> {
  const [tag = 0, first = 0] = await stream.readExactly(2)
  if (tag !== 0x30) return null
  const size = first < 0x80 ? 0 : first & 0x7f
  if (size > 4 || first === 0x80) return null
  const length = size === 0 ? first : (await stream.readExactly(size)).readUIntBE(0, size)
  return length > maxMessage ? null : stream.readExactly(length)
}

interface ExtendedResponse {
  readonly code: number
  readonly text: string
  /** Message id 0: the server says goodbye of its own accord (section 4.4.1). */
  readonly unsolicited: boolean
}

function readExtendedResponse(message: Buffer): ExtendedResponse | null {
  const id = element(message, 0)
  const response = id && element(message, id.end)
  if (id?.tag !== 0x02 || response?.tag !== 0x78) return null
  const code = element(response.value, 0)
  const matched = code && element(response.value, code.end)
  const text = matched && element(response.value, matched.end)
  if (code?.tag !== 0x0a || code.value.length !== 1 || text?.tag !== 0x04) return null
  return {
    code: code.value[0] ?? 0,
    text: text.value.toString('utf8'),
    unsolicited: id.value.every((byte) => byte === 0),
  }
}

interface Element {
  readonly tag: number
  readonly value: Buffer
  readonly end: number
}

function element(bytes: Buffer, at: number): Element | null {
  if (at + 2 > bytes.length) return null
  const first = bytes.readUInt8(at + 1)
  const size = first < 0x80 ? 0 : first & 0x7f
  if (first === 0x80 || size > 4 || at + 2 + size > bytes.length) return null
  const length = size === 0 ? first : bytes.readUIntBE(at + 2, size)
  const start = at + 2 + size
  if (start + length > bytes.length) return null
  return { tag: bytes.readUInt8(at), value: bytes.subarray(start, start + length), end: start + length }
}

/** Section 4.1.9: protocolError is how an unknown operation is answered; busy and unavailable speak of the moment. */
function denial(code: number): NotUpgraded['reason'] {
  if (code === 51 || code === 52) return 'throttled'
  return code === 2 ? 'not-offered' : 'refused'
}

function no(reason: NotUpgraded['reason'], reply: string): Upgrade {
  return { upgraded: false, reason, banner: null, reply: words(reply) }
}

const maxMessage = 65_536
