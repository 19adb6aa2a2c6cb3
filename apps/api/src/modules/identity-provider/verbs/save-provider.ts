import { newId } from '@sundown/db'
import { z } from 'zod'
import { refuseBeyond } from '../../../access/grant.ts'
import { rolePermissions } from '../../../access/roles.ts'
import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { DomainError, invalid } from '../../../errors.ts'
import { tenantIdOf } from '../../../global-id.ts'
import { parseInput } from '../../../parse-input.ts'
import { forgetProvider } from '../../../sign-in/forget-provider.ts'
import type { ProviderRow } from '../loaders.ts'
import { permittedKey, providerIn } from '../lookup.ts'
import { settingsFrom, settingsShape } from '../settings.ts'

const shape = z.object({
  tenantId: z.string(),
  id: z.string().nullish(),
  name: z.string().trim().min(1).max(60),
  ...settingsShape,
  enabled: z.boolean().nullish(),
  ownsAddresses: z.boolean().nullish(),
  joins: z.boolean().nullish(),
  defaultRole: z.enum(['ADMIN', 'OPERATOR', 'VIEWER']).nullish(),
})

/** Adds an identity provider, or changes what was given of one. */
export async function saveProvider({
  ctx,
  input,
}: {
  ctx: Context
  input: unknown
}): Promise<{ provider: ProviderRow }> {
  const {
    tenantId: gid,
    id: providerGid,
    name,
    enabled,
    ownsAddresses,
    joins,
    defaultRole,
    ...given
  } = parseInput(shape, input)
  const tenantId = tenantIdOf(gid, ['tenantId'])
  const viewer = permit(ctx.viewer, tenantId, 'provider.write', ['tenantId'])
  if (defaultRole) refuseBeyond(viewer, tenantId, rolePermissions[defaultRole], ['defaultRole'])
  const key = providerGid ? permittedKey(ctx, providerGid, 'IdentityProvider', ['id']) : null
  const settings = settingsFrom(given)
  if (!settings && !key) throw invalid({ code: 'REQUIRED', message: 'One of openId, entra and saml.', path: [] })
  const { database } = ctx.app
  const { provider, before, isOther } = await ctx.write(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`providers ${tenantId}`}, 0))`
    const old = key && (await providerIn(tx, { tenantId, id: key.id }, ['id']))
    const same = await tx.identityProvider.findFirst({ where: { tenantId, name } })
    if (same && same.id !== old?.id)
      throw new DomainError('conflict', [{ code: 'DUPLICATE', message: 'A provider has this name.', path: ['name'] }])
    if (!old && (await tx.identityProvider.count({ where: { tenantId } })) >= most)
      throw new DomainError('limit', [
        { code: 'LIMIT', message: `At most ${most} providers.`, path: [], params: { max: most } },
      ])
    const id = old?.id ?? newId(ctx.app.now().getTime())
    const isOther = settings !== null && old !== null && (settings.issuer !== old.issuer || settings.kind !== old.kind)
    const { secret, ...columns } = settings ?? { secret: null }
    // A secret that stays is one that the same provider gave, or it would be shown to another.
    if (settings && settings.kind !== 'SAML' && secret === null && (!old || isOther))
      throw invalid({
        code: 'REQUIRED',
        message: 'The client secret is needed.',
        path: [settings.kind === 'ENTRA' ? 'entra' : 'openId', 'clientSecret'],
      })
    const data = {
      name,
      ...columns,
      ...(secret === null ? {} : { secret: ctx.app.auth.organisation.seal({ tenantId, id }, secret) }),
      ...(enabled == null ? {} : { enabled }),
      ...(ownsAddresses == null ? {} : { ownsAddresses }),
      ...(joins == null ? {} : { joins }),
      ...(defaultRole == null ? {} : { defaultRole }),
    }
    const provider = old
      ? await tx.identityProvider.update({ where: { tenantId_id: { tenantId, id } }, data })
      : await tx.identityProvider.create({ data: { tenantId, id, kind: 'OIDC', issuer: '', ...data } })
    await audit(tx, ctx, {
      tenantId,
      action: 'identityProviderSave',
      subject: { kind: 'IdentityProvider', id },
      ...(old ? { before: told(old) } : {}),
      after: { ...told(provider), ...(secret === null ? {} : { secret: 'new' }) },
    })
    return { provider, before: old, isOther }
  })
  // Another provider may give the same numbers to other people.
  if (isOther) await forgetProvider(database, provider)
  else if (before?.enabled && !provider.enabled)
    await database.auth.session.deleteMany({ where: { providerId: provider.id } })
  return { provider }
}

const most = 20

/** What the audit log keeps of a provider. */
export const told = ({
  name,
  kind,
  enabled,
  issuer,
  clientId,
  entryPoint,
  certificates,
  ownsAddresses,
  joins,
  defaultRole,
}: ProviderRow) => ({
  name,
  kind,
  enabled,
  issuer,
  clientId,
  entryPoint,
  certificates: certificates.length,
  ownsAddresses,
  joins,
  defaultRole,
})
