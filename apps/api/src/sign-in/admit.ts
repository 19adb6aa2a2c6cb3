import { type Database, newId } from '@sundown/db'
import { accountProvider, needsOwnProof } from './enforcement.ts'
import type { Identity } from './identity.ts'
import { domainOf, type Provider } from './providers.ts'
import { Refused } from './refusal.ts'
import type { SignInAudit } from './sign-in-audit.ts'

export interface Admission {
  readonly database: Database
  readonly audit: SignInAudit
  readonly now: () => Date
}

export interface Arrived {
  readonly identity: Identity
  readonly provider: Provider
  /** Who is signed in already and wants to connect the account at the provider. */
  readonly userId: string | null
  readonly headers: Headers
}

/**
 * The person that an identity provider vouches for. A provider opens accounts of its own proven domains alone; one that is
 * there already is opened by the address only once, and only where nobody else's border is crossed by it (`needsOwnProof`).
 * @throws {Refused}
 */
export async function admit(admission: Admission, arrived: Arrived): Promise<string> {
  const { database } = admission
  const { identity, provider } = arrived
  const accountKey = { providerId: accountProvider(provider), accountId: identity.subject }
  const account = await database.auth.account.findUnique({ where: { providerId_accountId: accountKey } })
  if (account) {
    if (arrived.userId !== null && arrived.userId !== account.userId) throw new Refused('TAKEN')
    const user = await database.auth.user.findUniqueOrThrow({ where: { id: account.userId } })
    // What the provider calls the person today does not matter; whose address the account has does.
    speaksFor(provider, user.email)
    await belongs(admission, arrived, user.id)
    return user.id
  }
  const email = vouchedAddress(arrived)
  const user =
    arrived.userId === null
      ? await database.auth.user.findUnique({ where: { email } })
      : await database.auth.user.findUniqueOrThrow({ where: { id: arrived.userId } })
  if (user) {
    speaksFor(provider, user.email)
    if (arrived.userId === null && (await needsOwnProof(database, user, provider))) throw new Refused('CONNECT_FIRST')
    await belongs(admission, arrived, user.id)
  } else if (!provider.joins) throw new Refused('NOT_INVITED')
  const userId = user?.id ?? (await addPerson(admission, email, identity))
  const id = newId(admission.now().getTime())
  await database.auth.account.create({ data: { id, userId, ...accountKey } })
  if (user?.email === email && !user.emailVerified)
    await database.auth.user.update({ where: { id: userId }, data: { emailVerified: true } })
  if (!user) await belongs(admission, arrived, userId)
  const { name } = provider
  const after = { provider: name, email }
  await admission.audit({ userId, action: 'organisationConnect', headers: arrived.headers, byPerson: true, after })
  return userId
}

function vouchedAddress({ identity, provider }: Arrived): string {
  if (!identity.email || !domainOf(identity.email)) throw new Refused('NO_ADDRESS')
  speaksFor(provider, identity.email)
  if (!identity.verified) throw new Refused('UNVERIFIED')
  return identity.email
}

function speaksFor({ domains }: Provider, email: string): void {
  const domain = domainOf(email)
  if (!domains.some((one) => one.domain === domain)) throw new Refused('FOREIGN_DOMAIN')
}

async function addPerson({ database, now }: Admission, email: string, { name }: Identity): Promise<string> {
  const id = newId(now().getTime())
  const short = (name ?? '').trim().slice(0, 100) || (email.split('@', 1)[0] ?? email)
  await database.auth.user.create({ data: { id, email, name: short, emailVerified: true } })
  return id
}

/** Sees to it that the person is a member of the provider's tenant, where it lets people join. */
async function belongs({ database, now }: Admission, { provider, headers }: Arrived, userId: string): Promise<void> {
  const { tenantId, joins, defaultRole, name } = provider
  await database.asTenants({ tenants: [tenantId], user: userId }, async (tx) => {
    const member = await tx.member.findFirst({ where: { tenantId, userId } })
    if (member && (member.expiresAt === null || member.expiresAt > now())) return
    // A membership that was meant to end has ended, whatever the provider lets in.
    if (member || !joins) throw new Refused('NOT_INVITED')
    const { id } = await tx.member.create({ data: { tenantId, userId, role: defaultRole } })
    await tx.auditEntry.createMany({
      data: {
        tenantId,
        actorKind: 'SYSTEM',
        action: 'memberJoin',
        subjectKind: 'Member',
        subjectId: id,
        after: { provider: name, role: defaultRole, userId },
        address: headers.get('x-sundown-client-address'),
      },
    })
  })
}
