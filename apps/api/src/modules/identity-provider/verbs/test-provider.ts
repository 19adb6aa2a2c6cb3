import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { notFound } from '../../../errors.ts'
import type { Check } from '../../../sign-in/check-provider.ts'
import { providerOf, refOf } from '../../../sign-in/providers.ts'
import { permittedKey, providerIn } from '../lookup.ts'

/** Tries what can be tried of a provider without a person. */
export async function testProvider({ ctx, input }: { ctx: Context; input: { id: string } }): Promise<Check> {
  const key = permittedKey(ctx, input.id, 'IdentityProvider', ['id'])
  // Asking out there takes time, so nothing is held open meanwhile.
  await ctx.close()
  const provider = await providerOf(ctx.app.database, refOf(key))
  if (!provider) throw notFound('identity provider', ['id'])
  const check = await ctx.app.auth.organisation.check(provider)
  await ctx.write(async (tx) => {
    await providerIn(tx, key, ['id'])
    await audit(tx, ctx, {
      tenantId: key.tenantId,
      action: 'identityProviderTest',
      subject: { kind: 'IdentityProvider', id: key.id },
      after: { problem: check.problem },
    })
  })
  return check
}
