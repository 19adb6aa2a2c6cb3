/** DANE for mail (RFC 6698, RFC 7672): do the TLSA records speak of the certificate that is served? */
import { createHash, X509Certificate } from 'node:crypto'
import type { CertificateFact, MailPolicyFact } from '../facts.ts'
import type { Lookup, TlsaRecord } from './lookup.ts'

/** `chains` as served, leaf first; each of them must match, as a peer may meet any. */
export async function tlsaFact(
  lookup: Lookup,
  host: string,
  port: number,
  chains: readonly (readonly CertificateFact[])[],
): Promise<MailPolicyFact['tlsa']> {
  const name = `_${port}._tcp.${host}`
  const [found, dnssec] = await Promise.all([lookup.tlsa(name), lookup.tlsaAuthenticated(name)])
  if (found.records === null) return { records: [], dnssec: null, matches: null, reason: found.reason }
  const usable = found.records.filter(isUsable)
  return {
    records: found.records.map(presentation).sort(),
    dnssec,
    matches:
      usable.length === 0 || chains.length === 0
        ? null
        : chains.every((chain) => usable.some((each) => matches(each, chain))),
    reason: null,
  }
}

/** Mail uses DANE-TA(2) and DANE-EE(3) only (RFC 7672 section 3.1.3). */
function isUsable({ usage, selector, matching }: TlsaRecord): boolean {
  return (usage === 2 || usage === 3) && selector <= 1 && matching <= 2
}

function matches(record: TlsaRecord, chain: readonly CertificateFact[]): boolean {
  const candidates = record.usage === 3 ? chain.slice(0, 1) : chain.slice(1)
  return candidates.some((certificate) => {
    const data = selected(record.selector, certificate)
    const wanted =
      data &&
      (record.matching === 0
        ? data
        : createHash(record.matching === 1 ? 'sha256' : 'sha512')
            .update(data)
            .digest())
    return wanted !== null && Buffer.from(record.data).equals(wanted)
  })
}

function selected(selector: number, { der }: CertificateFact): Buffer | null {
  const bytes = Buffer.from(der, 'base64')
  if (selector === 0) return bytes
  try {
    return new X509Certificate(bytes).publicKey.export({ type: 'spki', format: 'der' })
  } catch {
    return null
  }
}

function presentation({ usage, selector, matching, data }: TlsaRecord): string {
  return `${usage} ${selector} ${matching} ${Buffer.from(data).toString('hex')}`
}
