import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'

export type Resolution =
  | { readonly resolved: true; readonly addresses: readonly string[] }
  | { readonly resolved: false; readonly reason: 'name-not-found' | 'timed-out' }

/** Every address of a host, IPv6 and IPv4, each once; a literal is its own address. */
export async function resolveHost(host: string, { timeout = 5_000 }: { timeout?: number } = {}): Promise<Resolution> {
  if (isIP(host) !== 0) return { resolved: true, addresses: [host] }
  const { promise: late, resolve: expire } = Promise.withResolvers<'late'>()
  const timer = setTimeout(() => expire('late'), timeout)
  try {
    const found = await Promise.race([lookup(host, { all: true, verbatim: true }), late])
    if (found === 'late') return { resolved: false, reason: 'timed-out' }
    const addresses = [...new Set(found.map(({ address }) => address))]
    return addresses.length > 0 ? { resolved: true, addresses } : { resolved: false, reason: 'name-not-found' }
  } catch (error) {
    const again = (error as NodeJS.ErrnoException).code === 'EAI_AGAIN'
    return { resolved: false, reason: again ? 'timed-out' : 'name-not-found' }
  } finally {
    clearTimeout(timer)
  }
}
