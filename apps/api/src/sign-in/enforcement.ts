import type { Database } from '@sundown/db'
import { domainOf, endingsOf, type Provider, providerByDomain } from './providers.ts'

interface Person {
  readonly id: string
  readonly email: string
}

/**
 * Whether a person may come in by password or passkey. Where an organisation wants everybody of a domain to come through its
 * identity provider, its owners still may, for the day on which the provider fails; and so may who has to connect an account
 * by hand first.
 */
export async function mayEnterAlone(database: Database, person: Person): Promise<boolean> {
  const domain = domainOf(person.email)
  const provider = domain ? await providerByDomain(database, domain) : null
  if (!provider?.domains.some((one) => one.domain === domain && one.enforced)) return true
  const memberships = await membershipsOf(database, person.id)
  if (memberships.some(({ tenantId, role }) => tenantId === provider.tenantId && role === 'OWNER')) return true
  return (await needsOwnProof(database, person, provider)) && !(await isConnected(database, person, provider))
}

/**
 * Whether an account may not be opened by an identity provider's word alone until the person, signed in as before, has
 * connected the two. An organisation decides about accounts that belong to nobody else; it does not get into other
 * organisations past a second factor, nor into an account that nobody ever proved to be of that address.
 */
export async function needsOwnProof(database: Database, { id }: Person, { tenantId }: Provider): Promise<boolean> {
  const user = await database.auth.user.findUniqueOrThrow({
    where: { id },
    select: { operator: true, emailVerified: true, twoFactorEnabled: true, _count: { select: { passkeys: true } } },
  })
  if (user.operator) return true
  const memberships = await membershipsOf(database, id)
  const isElsewhere = memberships.some((membership) => membership.tenantId !== tenantId)
  const isHere = memberships.some((membership) => membership.tenantId === tenantId)
  if (!user.emailVerified) return isElsewhere || !isHere
  return isElsewhere && (user.twoFactorEnabled === true || user._count.passkeys > 0)
}

/** Ends the sessions of a domain's people that were opened without the provider, where that is no longer allowed. */
export async function endSessionsBeside(database: Database, domain: string): Promise<void> {
  const people = await database.auth.user.findMany({
    where: {
      OR: endingsOf(domain).map((ending) => ({ email: { endsWith: ending } })),
      sessions: { some: { providerId: null } },
    },
    select: { id: true, email: true },
  })
  for (const person of people)
    if (!(await mayEnterAlone(database, person)))
      await database.auth.session.deleteMany({ where: { userId: person.id, providerId: null } })
}

/** The name under which the sign-in library keeps accounts at a provider. */
export const accountProvider = ({ id }: { readonly id: string }): string => `organisation ${id}`

async function isConnected(database: Database, { id: userId }: Person, provider: Provider): Promise<boolean> {
  return (await database.auth.account.count({ where: { userId, providerId: accountProvider(provider) } })) > 0
}

async function membershipsOf(database: Database, userId: string) {
  return database.asTenants({ tenants: [], user: userId }, (tx) =>
    tx.member.findMany({ where: { userId }, select: { tenantId: true, role: true } }),
  )
}
