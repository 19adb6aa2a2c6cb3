import type { IdentityProvider, SignInDomain } from '@sundown/db'
import type { Context } from '../../context.ts'
import { provenAmong } from '../../sign-in/providers.ts'

/** A provider without its secret, which the application reads only to sign somebody in. */
export type ProviderRow = Omit<IdentityProvider, 'secret'>

/** What lets a domain count. */
export const standings = {
  PROVEN: 'The tenant proves it by a DNS record.',
  VOUCHED: 'The operator of the installation vouched for it.',
  UNPROVEN: 'The proof is gone, so nobody comes in by it. Next: put the DNS record back.',
} as const
export type Standing = keyof typeof standings

export interface DomainRow extends SignInDomain {
  readonly standing: Standing
}

/** Every provider of a tenant, oldest first. */
export const providersOf = (context: Context, tenantId: string): Promise<ProviderRow[]> =>
  context.read((tx) => tx.identityProvider.findMany({ where: { tenantId }, orderBy: { id: 'asc' }, take: 50 }))

/** The domains of a tenant by provider, in the order of their names. */
export const domainsOf = async (context: Context, { tenantId, id }: ProviderRow): Promise<DomainRow[]> =>
  context.read(async (tx) => {
    const rows = await tx.signInDomain.findMany({ where: { tenantId, providerId: id }, orderBy: { domain: 'asc' } })
    const proven = await provenAmong(
      tx,
      tenantId,
      rows.map(({ domain }) => domain),
    )
    return rows.map((row) => ({ ...row, standing: standingOf(row, proven) }))
  })

export const standingOf = ({ domain, byOperator }: SignInDomain, proven: ReadonlySet<string>): Standing =>
  proven.has(domain) ? 'PROVEN' : byOperator ? 'VOUCHED' : 'UNPROVEN'
