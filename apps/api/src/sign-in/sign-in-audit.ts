import type { Database, Prisma } from '@sundown/db'
import { clientAddressHeader, requestIdHeader } from './headers.ts'

/** Something that happened to a person's way in, told to every tenant that the person belongs to. */
export interface SignInDeed {
  readonly userId: string
  readonly action: string
  readonly headers: Headers
  /** Whether the person did it, which a failed try does not show. */
  readonly byPerson: boolean
  readonly subject?: { readonly kind: string; readonly id: string }
  readonly after?: Readonly<Record<string, unknown>>
  /** Tells these tenants instead. */
  readonly tenants?: readonly string[]
}

export type SignInAudit = (deed: SignInDeed) => Promise<void>

export function createSignInAudit(database: Database): SignInAudit {
  return async ({ userId, action, headers, byPerson, subject, after, tenants }) => {
    const user = await database.auth.user.findUnique({ where: { id: userId }, select: { name: true, email: true } })
    const reached = tenants ?? (await tenantsOf(database, userId))
    if (!user || reached.length === 0) return
    await database.asTenants({ tenants: [...reached].sort(), user: userId }, async (tx) => {
      for (const tenantId of [...reached].sort())
        await tx.auditEntry.createMany({
          data: {
            tenantId,
            actorKind: byPerson ? 'USER' : 'SYSTEM',
            actorId: byPerson ? userId : null,
            actorName: byPerson ? `${user.name} <${user.email}>` : null,
            action,
            subjectKind: subject?.kind ?? 'User',
            subjectId: subject?.id ?? userId,
            ...(after ? { after: after as Prisma.InputJsonObject } : {}),
            address: headers.get(clientAddressHeader),
            requestId: headers.get(requestIdHeader),
          },
        })
    })
  }
}

async function tenantsOf(database: Database, userId: string): Promise<string[]> {
  return database.asTenants({ tenants: [], user: userId }, async (tx) => {
    const rows = await tx.member.findMany({ where: { userId }, select: { tenantId: true } })
    return rows.map(({ tenantId }) => tenantId)
  })
}
