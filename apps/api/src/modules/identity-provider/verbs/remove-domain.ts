import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { notFound } from '../../../errors.ts'
import { endingsOf } from '../../../sign-in/providers.ts'
import { permittedKey } from '../lookup.ts'

/** Lets a domain's people come in through its provider no more. */
export async function removeDomain({ ctx, input }: { ctx: Context; input: { id: string } }): Promise<{ id: string }> {
  const key = permittedKey(ctx, input.id, 'SignInDomain', ['id'])
  const { tenantId } = key
  const { domain, providerId } = await ctx.write(async (tx) => {
    const before = await tx.signInDomain.findFirst({ where: { ...key } })
    if (!before) throw notFound('domain', ['id'])
    await tx.signInDomain.deleteMany({ where: { ...key } })
    const { domain, enforced } = before
    const subject = { kind: 'SignInDomain', id: key.id }
    await audit(tx, ctx, { tenantId, action: 'signInDomainRemove', subject, before: { domain, enforced } })
    return before
  })
  const OR = endingsOf(domain).map((ending) => ({ user: { email: { endsWith: ending } } }))
  await ctx.app.database.auth.session.deleteMany({ where: { providerId, OR } })
  return { id: input.id }
}
