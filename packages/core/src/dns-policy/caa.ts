/** Which CAs may issue for a name (RFC 8659): the closest set of records up the tree. */
import type { CaaFact } from '../facts.ts'
import type { Lookup } from './lookup.ts'

export async function caaFact(lookup: Lookup, host: string): Promise<CaaFact> {
  const labels = host.replace(/\.$/, '').split('.')
  for (let at = 0; at < Math.min(labels.length, maxLabels); at += 1) {
    const domain = labels.slice(at).join('.')
    const found = await lookup.caa(domain)
    if (found.records === null) return { domain: null, records: [], reason: found.reason }
    if (found.records.length > 0) {
      const records = found.records.map(({ critical, tag, value }) => `${critical ? 128 : 0} ${tag} "${value}"`)
      return { domain, records: records.sort(), reason: null }
    }
  }
  return { domain: null, records: [], reason: null }
}

const maxLabels = 12
