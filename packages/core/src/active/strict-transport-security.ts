import type { HstsFact, UnknownReason } from '../facts.ts'
import type { ClientSession } from '../session/index.ts'
import { contentTypes } from '../wire/record.ts'
import type { ActiveContext } from './check.ts'
import { endingOfError } from './ending.ts'

/**
 * The request that shows an HTTPS server's policy; null where the target is no such server. A policy is bound to a name
 * (RFC 6797 section 8.1.1), so a server without one is not asked.
 */
export function httpRequest({ target, facts }: Pick<ActiveContext, 'target' | 'facts'>): string | null {
  const speaksHttp = facts.alpn?.some((name) => name === 'h2' || name === 'http/1.1') ?? false
  if (target.starttls !== null || target.serverName === null || !(target.port === 443 || speaksHttp)) return null
  const host = target.port === 443 ? target.serverName : `${target.serverName}:${target.port}`
  return `HEAD / HTTP/1.1\r\nHost: ${host}\r\nUser-Agent: sundown\r\nAccept: */*\r\nConnection: close\r\n\r\n`
}

/** Whether the head of the answer is there to its end. */
export function isWholeHead(text: string): boolean {
  return /\r?\n\r?\n/.test(text) || text.length > maxHead
}

/** The policy in the head of an HTTP answer. */
export function hstsOf(text: string): HstsFact {
  const [status = '', ...lines] = (text.split(/\r?\n\r?\n/)[0] ?? '').slice(0, maxHead).split(/\r?\n/)
  if (text === '') return unknownHsts('timed-out')
  if (!/^HTTP\/1\.[01] \d{3}/.test(status) || !isWholeHead(text)) return unknownHsts('malformed')
  const header = lines.find((line) => /^strict-transport-security[ \t]*:/i.test(line))
  return header === undefined ? { ...nothing, state: 'absent' } : policyOf(header.slice(header.indexOf(':') + 1))
}

export function unknownHsts(reason: UnknownReason): HstsFact {
  return { ...nothing, state: 'unknown', reason }
}

/** Asks within a finished session of TLS 1.2 or earlier; waits `patience` for each part of the answer. */
export async function askHsts(session: ClientSession, request: string, patience: number): Promise<HstsFact> {
  session.channel.send(contentTypes.applicationData, Buffer.from(request, 'latin1'))
  let text = ''
  try {
    while (!isWholeHead(text)) {
      const message = await session.channel.nextWithin(patience)
      if (message === null || message.kind === 'alert') break
      if (message.kind === 'application-data') text += Buffer.from(message.content).toString('latin1')
    }
  } catch (error) {
    const { reason } = endingOfError(error, session.offer.shape, 'session')
    if (text === '') return unknownHsts(reason)
  }
  return hstsOf(text)
}

/** RFC 6797 section 6.1: directives in any order and case, none twice; unknown ones are passed over. */
function policyOf(value: string): HstsFact {
  const directives = value
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => /^([^=\s]+)\s*(?:=\s*(?:"([^"]*)"|(\S*)))?$/.exec(part))
    .map((match) => [match?.[1]?.toLowerCase() ?? '', match?.[2] ?? match?.[3] ?? null] as const)
  const names = directives.map(([name]) => name)
  const age = directives.find(([name]) => name === 'max-age')?.[1] ?? ''
  if (!/^\d{1,15}$/.test(age) || new Set(names).size < names.length) return { ...nothing, state: 'invalid' }
  return {
    state: 'sent',
    maxAge: Number(age),
    includeSubDomains: names.includes('includesubdomains'),
    preload: names.includes('preload'),
    reason: null,
  }
}

const nothing = { maxAge: null, includeSubDomains: false, preload: false, reason: null } as const
const maxHead = 16_384
