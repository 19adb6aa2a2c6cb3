import type { Context } from '../../context.ts'
import { endingsOf, provenAmong } from '../../sign-in/providers.ts'

/**
 * Frees a domain that another tenant holds and proves no more, for one that proves it now. Without this, whoever once had a
 * domain would keep its next owner from using it.
 */
export async function releaseLapsed(ctx: Context, tenantId: string, domain: string): Promise<void> {
  const { database } = ctx.app
  const held = await database.asKeeper((tx) => tx.signInDomain.findUnique({ where: { domain } }))
  if (!held || held.tenantId === tenantId || held.byOperator) return
  const there = held.tenantId
  const released = await database.asTenants({ tenants: [there], user: null }, async (tx) => {
    if ((await provenAmong(tx, there, [domain])).has(domain)) return false
    await tx.signInDomain.deleteMany({ where: { tenantId: there, id: held.id } })
    // Who proves it now is not that tenant's business.
    await tx.auditEntry.createMany({
      data: {
        tenantId: there,
        actorKind: 'SYSTEM',
        action: 'signInDomainLapse',
        subjectKind: 'SignInDomain',
        subjectId: held.id,
        before: { domain },
      },
    })
    return true
  })
  if (!released) return
  const OR = endingsOf(domain).map((ending) => ({ user: { email: { endsWith: ending } } }))
  await database.auth.session.deleteMany({ where: { providerId: held.providerId, OR } })
}
