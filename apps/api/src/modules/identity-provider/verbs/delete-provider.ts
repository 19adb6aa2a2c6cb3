import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { forgetProvider } from '../../../sign-in/forget-provider.ts'
import { permittedKey, providerIn } from '../lookup.ts'
import { told } from './save-provider.ts'

/** Takes a provider away with its domains; whoever came in through it is signed out. */
export async function deleteProvider({ ctx, input }: { ctx: Context; input: { id: string } }): Promise<{ id: string }> {
  const key = permittedKey(ctx, input.id, 'IdentityProvider', ['id'])
  await ctx.write(async (tx) => {
    const provider = await providerIn(tx, key, ['id'])
    await tx.identityProvider.deleteMany({ where: { ...key } })
    await audit(tx, ctx, {
      tenantId: key.tenantId,
      action: 'identityProviderDelete',
      subject: { kind: 'IdentityProvider', id: key.id },
      before: told(provider),
    })
  })
  await forgetProvider(ctx.app.database, key)
  return { id: input.id }
}
