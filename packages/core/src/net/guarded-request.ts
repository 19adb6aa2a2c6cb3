import { request as requestPlain } from 'node:http'
import { request as requestTls } from 'node:https'
import { isIP } from 'node:net'
import type { AddressGuard } from './address-guard.ts'
import { type Resolution, resolveHost } from './resolve.ts'

export interface GuardedRequestOptions {
  /** Which addresses may be dialled. */
  readonly guard: AddressGuard
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Milliseconds for everything; 10,000 by default. */
  readonly timeout?: number
  /** Bytes of the answer's body that are read at most; 65,536 by default. */
  readonly maxBytes?: number
  /** Whether an HTTPS server must show a certificate of its name that a public CA issued; yes by default. */
  readonly verifyCertificate?: boolean
  /** Finds the addresses of a name, once; the system's resolver by default. */
  readonly resolve?: (host: string) => Promise<Resolution>
}

export type GuardedAnswer =
  | { readonly answered: true; readonly status: number; readonly body: string }
  | { readonly answered: false; readonly reason: NoAnswer }

export type NoAnswer = 'invalid-url' | 'name-not-found' | 'blocked-by-guard' | 'timed-out' | 'unreachable' | 'too-large'

/**
 * One HTTP request to a place that somebody else chose. The name is resolved once, every address is checked, and the checked
 * address is the one dialled, so that a name cannot point elsewhere in between. A redirect is an answer and is not followed.
 * Never throws for what the network does.
 */
export async function guardedRequest(place: string, options: GuardedRequestOptions): Promise<GuardedAnswer> {
  const url = URL.parse(place)
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password)
    return { answered: false, reason: 'invalid-url' }
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  const deadline = AbortSignal.timeout(options.timeout ?? 10_000)
  const resolution = await (options.resolve ?? resolveHost)(host)
  if (!resolution.resolved) return { answered: false, reason: resolution.reason }
  const permitted = resolution.addresses.filter((address) => options.guard.permits(address, port)).slice(0, mostTried)
  let last: GuardedAnswer = { answered: false, reason: 'blocked-by-guard' }
  for (const address of permitted) {
    last = await ask(url, { host, address, port }, options, deadline)
    if (last.answered || deadline.aborted) break
  }
  return last
}

function ask(
  url: URL,
  { host, address, port }: { readonly host: string; readonly address: string; readonly port: number },
  { method = 'GET', headers = {}, body, maxBytes = 65_536, verifyCertificate = true }: GuardedRequestOptions,
  signal: AbortSignal,
): Promise<GuardedAnswer> {
  const failed = (reason: NoAnswer): GuardedAnswer => ({ answered: false, reason })
  return new Promise((resolve) => {
    const common = {
      host: address,
      port,
      method,
      path: `${url.pathname}${url.search}`,
      headers: { 'user-agent': 'sundown', ...headers, host: url.host },
      agent: false as const,
      signal,
    }
    const call =
      url.protocol === 'https:'
        ? requestTls({
            ...common,
            ...(isIP(host) === 0 ? { servername: host } : {}),
            rejectUnauthorized: verifyCertificate,
          })
        : requestPlain(common)
    call.on('error', () => resolve(failed(signal.aborted ? 'timed-out' : 'unreachable')))
    call.on('response', (response) => {
      const parts: Buffer[] = []
      let bytes = 0
      response.on('data', (part: Buffer) => {
        bytes += part.length
        if (bytes > maxBytes) {
          resolve(failed('too-large'))
          response.destroy()
        } else parts.push(part)
      })
      response.on('error', () => resolve(failed(signal.aborted ? 'timed-out' : 'unreachable')))
      response.on('end', () =>
        resolve({ answered: true, status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }),
      )
    })
    call.end(body)
  })
}

const mostTried = 4
