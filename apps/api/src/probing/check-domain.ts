import { createLookup } from '@sundown/core/dns'
import type { AddressGuard } from '@sundown/core/guard'
import { type GuardedAnswer, guardedRequest } from '@sundown/core/guarded-request'
import type { DomainProof } from '@sundown/db'
import { hostResolver } from './host-resolver.ts'

export type Wanted = Pick<DomainProof, 'domain' | 'method' | 'token'>

/** Why a proof was not found: first those that say that it is gone, then those after which nobody can tell. */
export const proofFailures = {
  absent: 'There is no such record or file.',
  different: 'There is one, and it holds something else.',
  'name-not-found': 'The domain has no address.',
  'blocked-by-guard': 'The domain’s addresses may not be dialled.',
  'timed-out': 'Nothing answered in time.',
  unreachable: 'The name server or web server could not be reached.',
} as const
export type ProofFailure = keyof typeof proofFailures

export type Checked =
  | { readonly state: 'found' }
  /** The proof is not there, or nobody could tell. */
  | { readonly state: 'absent' | 'unclear'; readonly failure: ProofFailure }

export type CheckDomain = (wanted: Wanted) => Promise<Checked>

export interface DomainCheckOptions {
  readonly guard: AddressGuard
  /** Name servers as `address` or `address:port`; the system's where empty. */
  readonly servers: readonly string[]
  /** Ports of HTTP and HTTPS. */
  readonly ports?: readonly [plain: number, tls: number]
}

/** Name of the TXT record that proves a domain. */
export const recordName = (domain: string): string => `_sundown-challenge.${domain}`
/** What the record, or a line of the file, holds. */
export const proofText = (token: string): string => `sundown-verification=${token}`
/** Where the file is looked for; the same over HTTPS. */
export const filePath = '/.well-known/sundown-verification.txt'

/**
 * Looks for the proof of a domain where it belongs. The web server is asked through the address guard, by HTTP and then by
 * HTTPS whatever its certificate, since that is often what is to be put right; redirects are not followed.
 */
export function createDomainCheck({ guard, servers, ports = [80, 443] }: DomainCheckOptions): CheckDomain {
  const lookup = createLookup(servers.length > 0 ? { servers } : {})
  const resolve = hostResolver(lookup)

  async function checkRecord({ domain, token }: Wanted): Promise<Checked> {
    const { records, reason } = await lookup.txt(recordName(domain))
    if (records === null) return { state: 'unclear', failure: reason === 'timed-out' ? 'timed-out' : 'unreachable' }
    if (records.some((text) => text.trim() === proofText(token))) return { state: 'found' }
    return { state: 'absent', failure: records.length > 0 ? 'different' : 'absent' }
  }

  async function checkFile({ domain, token }: Wanted): Promise<Checked> {
    let last: Checked = { state: 'unclear', failure: 'unreachable' }
    for (const [at, scheme] of (['http', 'https'] as const).entries()) {
      const place = `${scheme}://${domain}:${ports[at]}${filePath}`
      const answer = await guardedRequest(place, { guard, resolve, verifyCertificate: false, maxBytes: 4_096 })
      const checked = judge(answer, token)
      if (checked.state === 'found') return checked
      if (last.state !== 'absent') last = checked
    }
    return last
  }

  return (wanted) => (wanted.method === 'DNS' ? checkRecord(wanted) : checkFile(wanted))
}

function judge(answer: GuardedAnswer, token: string): Checked {
  if (!answer.answered) {
    if (answer.reason === 'too-large') return { state: 'absent', failure: 'different' }
    const failure = answer.reason === 'invalid-url' ? 'name-not-found' : answer.reason
    return { state: 'unclear', failure }
  }
  if (answer.status === 404 || answer.status === 410) return { state: 'absent', failure: 'absent' }
  if (answer.status !== 200) return { state: 'unclear', failure: 'unreachable' }
  const lines = answer.body.split(/\r?\n/).map((line) => line.trim())
  return lines.includes(proofText(token)) ? { state: 'found' } : { state: 'absent', failure: 'different' }
}
