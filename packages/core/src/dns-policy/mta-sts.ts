/** MTA-STS (RFC 8461): the TXT record that announces a policy, and the policy itself over HTTPS. */
import { request } from 'node:https'
import { rootCertificates } from 'node:tls'
import type { MailPolicyFact } from '../facts.ts'
import type { AddressGuard } from '../net/address-guard.ts'
import type { Lookup } from './lookup.ts'

export interface PolicyFetch {
  readonly guard: AddressGuard
  /** 443 by default. */
  readonly port?: number
  /** Roots, PEM, beside the public ones. */
  readonly ca?: readonly string[]
  /** Milliseconds; 5,000 by default. */
  readonly timeout?: number
}

export async function mtaStsFact(
  lookup: Lookup,
  domain: string,
  host: string,
  fetch: PolicyFetch,
): Promise<MailPolicyFact['mtaSts']> {
  const found = await lookup.txt(`_mta-sts.${domain}`)
  if (found.records === null) return { mode: null, reason: found.reason }
  // Exactly one record counts; none or several mean no policy (section 3.1).
  const announced = found.records.filter((text) => /^v=STSv1\s*(;|$)/.test(text))
  if (announced.length !== 1) return { mode: null, reason: null }
  const policyHost = `mta-sts.${domain}`
  const addresses = await lookup.addresses(policyHost)
  if (addresses.records === null) return { mode: null, reason: addresses.reason }
  const address = addresses.records.find((each) => fetch.guard.permits(each, fetch.port ?? 443))
  if (address === undefined)
    return { mode: null, reason: addresses.records.length === 0 ? 'name-not-found' : 'blocked-by-guard' }
  const text = await fetchPolicy(policyHost, address, fetch)
  if (text === null) return { mode: null, reason: 'unreachable' }
  const policy = parsePolicy(text)
  return policy
    ? { mode: policy.mode, reason: null, listsHost: policy.mx.some((pattern) => covers(pattern, host)) }
    : { mode: null, reason: 'malformed' }
}

/** The address that was checked is the one dialled; redirects, other media types and long answers are no policy (3.3). */
function fetchPolicy(
  host: string,
  address: string,
  { port = 443, ca, timeout = 5000 }: PolicyFetch,
): Promise<string | null> {
  return new Promise((resolve) => {
    const call = request(
      {
        host: address,
        port,
        servername: host,
        path: '/.well-known/mta-sts.txt',
        headers: { host, 'user-agent': 'sundown' },
        agent: false,
        ...(ca && ca.length > 0 ? { ca: [...rootCertificates, ...ca] } : {}),
        signal: AbortSignal.timeout(timeout),
      },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          text += chunk
          if (text.length > maxPolicy) response.destroy()
        })
        response.on('error', () => resolve(null))
        response.on('close', () => resolve(null))
        const fine = response.statusCode === 200 && /^text\/plain\b/i.test(response.headers['content-type'] ?? '')
        response.on('end', () => resolve(fine ? text : null))
      },
    )
    call.on('error', () => resolve(null))
    call.end()
  })
}

interface Policy {
  readonly mode: 'enforce' | 'testing' | 'none'
  readonly mx: readonly string[]
}

/** Section 3.2; unknown keys are passed over, the first of a repeated one counts except for `mx`. */
export function parsePolicy(text: string): Policy | null {
  const pairs = text.split(/\r?\n/).flatMap((line) => {
    const [, key, value] = /^\s*([A-Za-z0-9_.-]+)\s*:\s*(.*?)\s*$/.exec(line) ?? []
    return key === undefined || value === undefined ? [] : [[key, value] as const]
  })
  const first = (key: string) => pairs.find(([name]) => name === key)?.[1]
  const mode = first('mode')
  if (first('version') !== 'STSv1' || !/^\d{1,10}$/.test(first('max_age') ?? '')) return null
  if (mode !== 'enforce' && mode !== 'testing' && mode !== 'none') return null
  const mx = pairs.flatMap(([name, value]) => (name === 'mx' ? [value.toLowerCase()] : []))
  return mode !== 'none' && mx.length === 0 ? null : { mode, mx }
}

/** `*.` stands for exactly one label (section 4.1). */
function covers(pattern: string, host: string): boolean {
  const name = host.toLowerCase()
  return pattern.startsWith('*.') ? name.slice(name.indexOf('.')) === pattern.slice(1) : name === pattern
}

const maxPolicy = 65_536
