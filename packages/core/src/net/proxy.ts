import { isIP } from 'node:net'
import type { ByteStream } from './byte-stream.ts'
import type { DialFailure } from './dial-failure.ts'

/** A SOCKS5 (RFC 1928, RFC 1929) or HTTP CONNECT (RFC 9110 section 9.3.6) proxy. */
export interface ProxyAddress {
  readonly kind: 'socks5' | 'http'
  readonly host: string
  readonly port: number
  readonly user: string | null
  readonly password: string
}

/** Reads `socks5://user:password@host:port` or `http://host:port`; null where it is neither. */
export function parseProxy(text: string): ProxyAddress | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  const kind = url.protocol === 'socks5:' ? 'socks5' : url.protocol === 'http:' ? 'http' : null
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (kind === null || host === '') return null
  const port = url.port === '' ? defaultPorts[kind] : Number(url.port)
  const user = url.username === '' ? null : decodeURIComponent(url.username)
  return { kind, host, port, user, password: decodeURIComponent(url.password) }
}

/** Asks the proxy for a connection to the checked address; null once it stands. */
export function passThrough(
  stream: ByteStream,
  proxy: ProxyAddress,
  address: string,
  port: number,
): Promise<DialFailure | null> {
  return proxy.kind === 'socks5' ? passSocks5(stream, proxy, address, port) : passHttp(stream, proxy, address, port)
}

async function passSocks5(
  stream: ByteStream,
  proxy: ProxyAddress,
  address: string,
  port: number,
): Promise<DialFailure | null> {
  stream.write(
    proxy.user === null ? Uint8Array.of(5, 1, noAuthentication) : Uint8Array.of(5, 2, noAuthentication, byPassword),
  )
  const [version, method] = await stream.readExactly(2)
  if (version !== 5 || (method !== noAuthentication && method !== byPassword)) return 'proxy-refused'
  if (method === byPassword && !(await authenticate(stream, proxy))) return 'proxy-refused'
  stream.write(Buffer.concat([Uint8Array.of(5, 1, 0), socksAddress(address), Uint8Array.of(port >> 8, port & 0xff)]))
  const head = await stream.readExactly(4)
  if (head[0] !== 5) return 'proxy-refused'
  // The address that the proxy bound follows, in one of three shapes.
  const length =
    head[3] === 1 ? 4 : head[3] === 4 ? 16 : head[3] === 3 ? ((await stream.readExactly(1))[0] as number) : 0
  await stream.readExactly(length + 2)
  return head[1] === 0 ? null : (socksFailures.get(head[1] as number) ?? 'proxy-refused')
}

async function authenticate(stream: ByteStream, { user, password }: ProxyAddress): Promise<boolean> {
  const [name, secret] = [Buffer.from(user ?? '').subarray(0, 255), Buffer.from(password).subarray(0, 255)]
  stream.write(Buffer.concat([Uint8Array.of(1, name.length), name, Uint8Array.of(secret.length), secret]))
  return (await stream.readExactly(2))[1] === 0
}

function socksAddress(address: string): Buffer {
  if (isIP(address) === 4) return Buffer.from([1, ...address.split('.').map(Number)])
  return Buffer.concat([Uint8Array.of(4), ipv6Bytes(address)])
}

/** Two halves around `::`, groups of sixteen bits; an IPv4 tail counts as two groups. */
function ipv6Bytes(address: string): Buffer {
  const groups = (text: string): number[] =>
    text === ''
      ? []
      : text.split(':').flatMap((part) => {
          if (!part.includes('.')) return [Number.parseInt(part, 16)]
          const [a = 0, b = 0, c = 0, d = 0] = part.split('.').map(Number)
          return [a * 256 + b, c * 256 + d]
        })
  const [head = '', tail] = address.split('::')
  const [left, right] = [groups(head), groups(tail ?? '')]
  const all = [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right]
  return Buffer.from(all.flatMap((group) => [group >> 8, group & 0xff]))
}

async function passHttp(
  stream: ByteStream,
  proxy: ProxyAddress,
  address: string,
  port: number,
): Promise<DialFailure | null> {
  const authority = `${isIP(address) === 6 ? `[${address}]` : address}:${port}`
  const credentials = Buffer.from(`${proxy.user}:${proxy.password}`).toString('base64')
  const authorization = proxy.user === null ? '' : `Proxy-Authorization: Basic ${credentials}\r\n`
  stream.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${authorization}\r\n`)
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(await stream.readLine())?.[1]
  for (let lines = 0; (await stream.readLine()) !== ''; lines += 1) {
    if (lines > maxHeaderLines) return 'proxy-refused'
  }
  if (status?.startsWith('2')) return null
  return status === undefined ? 'proxy-refused' : (httpFailures.get(status) ?? 'proxy-refused')
}

const defaultPorts = { socks5: 1080, http: 8080 } as const
const noAuthentication = 0
const byPassword = 2
const maxHeaderLines = 100
const socksFailures = new Map<number, DialFailure>([
  [3, 'unreachable'],
  [4, 'unreachable'],
  [5, 'refused'],
  [6, 'timed-out'],
])
const httpFailures = new Map<string, DialFailure>([
  ['502', 'unreachable'],
  ['503', 'unreachable'],
  ['504', 'timed-out'],
])
