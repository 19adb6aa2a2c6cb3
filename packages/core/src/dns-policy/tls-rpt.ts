/** SMTP TLS reporting (RFC 8460 section 3): exactly one record that names where reports go. */
import type { Answer } from '../facts.ts'
import type { Lookup } from './lookup.ts'

export async function tlsRptFact(lookup: Lookup, domain: string): Promise<Answer> {
  const found = await lookup.txt(`_smtp._tls.${domain}`)
  if (found.records === null) return { value: null, reason: found.reason, evidence: [] }
  const records = found.records.filter((text) => /^v=TLSRPTv1\s*;/.test(text))
  return {
    value: records.length === 1 && /;\s*rua\s*=\s*(mailto|https):/i.test(records[0] ?? ''),
    reason: null,
    evidence: [],
  }
}
