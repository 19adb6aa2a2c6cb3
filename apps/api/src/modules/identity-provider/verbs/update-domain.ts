import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { DomainError, notFound } from '../../../errors.ts'
import { endSessionsBeside } from '../../../sign-in/enforcement.ts'
import { provenAmong } from '../../../sign-in/providers.ts'
import { type DomainRow, standingOf } from '../loaders.ts'
import { permittedKey, providerIn } from '../lookup.ts'

/**
 * Says whether everybody of a domain has to come in through its provider. Where they have to, whoever came in otherwise is
 * signed out, the tenant's owners apart.
 */
export async function updateDomain({
  ctx,
  input,
}: {
  ctx: Context
  input: { id: string; enforced: boolean }
}): Promise<{ domain: DomainRow }> {
  const key = permittedKey(ctx, input.id, 'SignInDomain', ['id'])
  const { tenantId } = key
  const { enforced } = input
  const changed = await ctx.write(async (tx) => {
    const before = await tx.signInDomain.findFirst({ where: { ...key } })
    if (!before) throw notFound('domain', ['id'])
    const { enabled } = await providerIn(tx, { tenantId, id: before.providerId }, ['id'])
    if (enforced && !enabled)
      throw new DomainError('precondition', [
        { code: 'CONFLICT', message: 'Switch the provider on first, or nobody could sign in.', path: ['enforced'] },
      ])
    const row = await tx.signInDomain.update({ where: { tenantId_id: key }, data: { enforced } })
    const subject = { kind: 'SignInDomain', id: key.id }
    const told = { domain: row.domain, enforced }
    await audit(tx, ctx, {
      tenantId,
      action: 'signInDomainUpdate',
      subject,
      before: { ...told, enforced: before.enforced },
      after: told,
    })
    return { ...row, standing: standingOf(row, await provenAmong(tx, tenantId, [row.domain])) }
  })
  if (enforced) await endSessionsBeside(ctx.app.database, changed.domain)
  return { domain: changed }
}
