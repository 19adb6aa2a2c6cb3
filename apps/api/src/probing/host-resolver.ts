import { isIP } from 'node:net'
import type { Lookup } from '@sundown/core/dns'

/** Finds every address of a name at given name servers; a literal is its own address. */
export function hostResolver(lookup: Pick<Lookup, 'addresses'>) {
  return async (host: string) => {
    if (isIP(host) !== 0) return { resolved: true as const, addresses: [host] }
    const { records, reason } = await lookup.addresses(host)
    if (records !== null && records.length > 0) return { resolved: true as const, addresses: [...new Set(records)] }
    return { resolved: false as const, reason: reason === 'timed-out' ? reason : ('name-not-found' as const) }
  }
}
