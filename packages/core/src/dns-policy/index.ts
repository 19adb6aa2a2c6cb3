/** What DNS and HTTPS say about a host: CAA for every name, and for mail DANE, MTA-STS and TLS reporting. */
import { isIP } from 'node:net'
import type { CertificateDeployment, Facts, MailPolicyFact, UnknownReason } from '../facts.ts'
import type { Target } from '../target.ts'
import { caaFact } from './caa.ts'
import type { Lookup, LookupOptions } from './lookup.ts'
import { createLookup } from './lookup.ts'
import type { PolicyFetch } from './mta-sts.ts'
import { mtaStsFact } from './mta-sts.ts'
import { tlsRptFact } from './tls-rpt.ts'
import { tlsaFact } from './tlsa.ts'

export interface DnsPolicyOptions extends LookupOptions {
  readonly policy: PolicyFetch
  /** The mail domain that the host serves; found by its MX records among the host's parents where left out. */
  readonly mailDomain?: string
}

export type { PolicyFetch } from './mta-sts.ts'

export type DnsPolicies = Required<Pick<Facts, 'mailPolicy' | 'caa'>>

/** Never throws: what DNS does not answer is told with its reason. An address literal and a name of one label have none. */
export async function observeDnsPolicies(
  target: Target,
  deployments: readonly CertificateDeployment[],
  { policy, mailDomain, ...options }: DnsPolicyOptions,
): Promise<DnsPolicies> {
  if (isIP(target.host) !== 0 || !target.host.includes('.')) return { mailPolicy: null, caa: null }
  const lookup = createLookup(options)
  const isMail = target.starttls === 'smtp' || target.starttls === 'submission' || target.port === 465
  const [caa, mailPolicy] = await Promise.all([
    caaFact(lookup, target.serverName ?? target.host),
    isMail ? mailPolicyOf(lookup, target, deployments, policy, mailDomain) : null,
  ])
  return { caa, mailPolicy }
}

async function mailPolicyOf(
  lookup: Lookup,
  { host, port }: Target,
  deployments: readonly CertificateDeployment[],
  policy: PolicyFetch,
  known: string | undefined,
): Promise<MailPolicyFact> {
  const chains = deployments.map(({ chain }) => chain)
  const [tlsa, served] = await Promise.all([
    tlsaFact(lookup, host, port, chains),
    known === undefined ? domainServedBy(lookup, host) : { domain: known, reason: null },
  ])
  const { domain, reason } = served
  if (domain === null) return { tlsa, mtaSts: { mode: null, reason }, tlsRpt: { value: null, reason, evidence: [] } }
  const [mtaSts, tlsRpt] = await Promise.all([mtaStsFact(lookup, domain, host, policy), tlsRptFact(lookup, domain)])
  return { tlsa, mtaSts, tlsRpt }
}

interface Served {
  readonly domain: string | null
  readonly reason: UnknownReason | null
}

/** Policies belong to the mail domain, not to the server: the parent whose MX records name this host. */
async function domainServedBy(lookup: Lookup, host: string): Promise<Served> {
  const labels = host.toLowerCase().replace(/\.$/, '').split('.')
  for (let at = 0; at < Math.min(labels.length - 1, 4); at += 1) {
    const domain = labels.slice(at).join('.')
    const { records, reason } = await lookup.mx(domain)
    if (records === null) return { domain: null, reason }
    if (records.includes(labels.join('.'))) return { domain, reason: null }
  }
  return { domain: null, reason: 'not-applicable' }
}
