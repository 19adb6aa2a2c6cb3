import { domainToASCII, domainToUnicode } from 'node:url'
import type { Database, IdentityProvider, Tx } from '@sundown/db'
import { type Proof, speaksFor, stateOf } from '../modules/domain/proof-state.ts'

/** An identity provider with its sealed secret, and the domains that it may speak for now. */
export interface Provider extends IdentityProvider {
  readonly domains: readonly SpokenFor[]
}

export interface SpokenFor {
  readonly domain: string
  readonly enforced: boolean
}

/** `TENANT.PROVIDER`: how a provider is named in addresses, so that looking it up reaches one tenant alone. */
export const refOf = ({ tenantId, id }: { readonly tenantId: string; readonly id: string }): string =>
  `${tenantId}.${id}`

/** The part of an address behind the @, as an A-label in lower case; null where it is none. */
export function domainOf(email: string): string | null {
  const at = email.lastIndexOf('@')
  const given = email.slice(at + 1).trim()
  // What ends a host name in an address bar would else be cut off.
  const domain = /[\s/\\:?#%]/.test(given) ? '' : domainToASCII(given).toLowerCase()
  return at > 0 && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain) ? domain : null
}

/** How addresses of a domain may end: the A-label, and what people write in its place. */
export const endingsOf = (domain: string): string[] =>
  [...new Set([domain, domainToUnicode(domain)])].map((one) => `@${one}`)

/** The provider of a reference, whether or not it is enabled. */
export async function providerOf(database: Database, ref: string): Promise<Provider | null> {
  const [tenantId = '', id = ''] = ref.split('.')
  if (![tenantId, id].every((part) => uuid.test(part))) return null
  return database.asTenants({ tenants: [tenantId], user: null }, (tx) => readProvider(tx, tenantId, id))
}

/**
 * The enabled provider that holds an e-mail domain. Before sign-in no tenant is known, so this one look goes over all of
 * them; it answers by domain alone and knows no person.
 */
export async function providerByDomain(database: Database, domain: string): Promise<Provider | null> {
  return database.asKeeper(async (tx) => {
    const held = await tx.signInDomain.findUnique({ where: { domain } })
    const provider = held ? await readProvider(tx, held.tenantId, held.providerId) : null
    return provider?.enabled && provider.domains.some((one) => one.domain === domain) ? provider : null
  })
}

async function readProvider(tx: Tx, tenantId: string, id: string): Promise<Provider | null> {
  const row = await tx.identityProvider.findFirst({
    where: { tenantId, id },
    omit: { secret: false },
    include: { domains: true },
  })
  if (!row) return null
  const { domains, ...provider } = row
  const proven = await provenAmong(
    tx,
    tenantId,
    domains.filter(({ byOperator }) => !byOperator).map(({ domain }) => domain),
  )
  const standing = domains.filter(({ domain, byOperator }) => byOperator || proven.has(domain))
  return { ...provider, domains: standing.map(({ domain, enforced }) => ({ domain, enforced })) }
}

/**
 * Those of the domains that the tenant proves by a DNS record at this moment. A record covers the names below it; a file on
 * a web server says nothing about mail.
 */
export async function provenAmong(tx: Tx, tenantId: string, domains: readonly string[]): Promise<ReadonlySet<string>> {
  if (domains.length === 0) return new Set()
  const proofs: Proof[] = await tx.domainProof.findMany({ where: { tenantId, method: 'DNS' } })
  const standing = proofs.filter((proof) => stateOf(proof, new Date()) === 'PROVEN')
  return new Set(domains.filter((domain) => standing.some((proof) => speaksFor(proof, domain))))
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
