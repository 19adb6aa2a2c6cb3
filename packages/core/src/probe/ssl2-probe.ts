import type { Offer } from '../hello/offer.ts'
import type { ByteStream } from '../net/byte-stream.ts'
import { StreamEnd } from '../net/stream-end.ts'
import { decode, encode } from '../wire/codec.ts'
import { wireVersions } from '../wire/registry/protocol-version.ts'
import { ssl2ClientHello, ssl2Record, ssl2ServerHello } from '../wire/ssl2.ts'
import { WireError } from '../wire/wire-error.ts'
import { closeNotify, warningLevel } from './flight-context.ts'
import { NotTls } from './message-stream.ts'
import type { ProbeOutcome } from './outcome.ts'

/** The SSL 2.0 hello. A server that speaks only later versions may answer with a TLS alert, which is an answer too. */
export async function probeSsl2(
  stream: ByteStream,
  offer: Offer,
  random: (length: number) => Uint8Array,
  common: { readonly shape: string; readonly banner: string | null },
): Promise<ProbeOutcome> {
  const hello = encode(ssl2ClientHello, {
    version: wireVersions.SSLv2,
    ciphers: offer.cipherSuites,
    sessionId: new Uint8Array(0),
    challenge: random(16),
  })
  stream.write(encode(ssl2Record, hello))
  const head = await firstBytes(stream)
  if (isTlsAlert(head)) return { kind: 'alert', ...common, ...(await readAlert(stream)) }
  if (!isServerHello(head)) throw new NotTls(head)
  const { length, skip, padding } = recordHead(head)
  const record = await stream.readExactly(skip + length)
  const server = decode(ssl2ServerHello, record.subarray(skip, record.length - padding))
  return {
    kind: 'server-hello',
    ...common,
    version: 'SSLv2',
    cipherSuite: server.ciphers[0] ?? 0,
    ssl2Ciphers: server.ciphers,
    compressionMethod: 0,
    sessionIdLength: 0,
    group: null,
    retried: false,
    params: null,
    signatureScheme: null,
    certificates: server.certificate.length > 0 ? [server.certificate] : [],
    ocspResponse: null,
    sctCount: 0,
    alpn: null,
    extensions: [],
    certificateRequest: null,
    serverGroups: [],
    interrupted: null,
    unoffered: null,
  }
}

/** A fatal alert is an answer; a warning is one where the server hangs up after it, and not where more of them come. */
async function readAlert(stream: ByteStream): Promise<{ readonly level: number; readonly description: number }> {
  let last: { readonly level: number; readonly description: number } | null = null
  for (let count = 0; count < maxAlerts; count += 1) {
    try {
      const record = await stream.readExactly(7)
      if (!isTlsAlert(record)) throw new WireError('bad-value', 0, ['alert'])
      last = { level: record[5] as number, description: record[6] as number }
    } catch (error) {
      const hungUp = error instanceof StreamEnd && (error.code === 'closed' || error.code === 'reset')
      if (hungUp && last !== null) return last
      throw error
    }
    if (last.level !== warningLevel || last.description === closeNotify) return last
  }
  throw new StreamEnd('too-much')
}

async function firstBytes(stream: ByteStream): Promise<Buffer> {
  while (stream.peek().length < 5) {
    const before = stream.received
    try {
      await stream.wait()
    } catch (error) {
      if (error instanceof StreamEnd && stream.peek().length > 0) throw new NotTls(stream.peek())
      throw error
    }
    if (stream.received === before) break
  }
  return stream.peek()
}

const maxAlerts = 8
const isTlsAlert = (head: Buffer): boolean => head[0] === 21 && head[1] === 3

/** Two-byte header (high bit set) or three-byte header with padding; then message type 4. */
function isServerHello(head: Buffer): boolean {
  return ((head[0] as number) & 0x80) !== 0 ? head[2] === 4 : head[3] === 4
}

function recordHead(head: Buffer): { readonly length: number; readonly skip: number; readonly padding: number } {
  const [first, second, third] = [head[0] as number, head[1] as number, head[2] as number]
  if ((first & 0x80) !== 0) return { length: ((first & 0x7f) << 8) | second, skip: 2, padding: 0 }
  return { length: ((first & 0x3f) << 8) | second, skip: 3, padding: third }
}
