import type { Tx } from '@sundown/db'
import { permit } from '../../access/viewer.ts'
import type { Context } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { keyOf, type TenantKey } from '../../global-id.ts'
import type { ProviderRow } from './loaders.ts'

/** The key of a provider that the viewer may change. @throws {DomainError} not-found, forbidden */
export function permittedKey(
  ctx: Context,
  gid: string,
  kind: 'IdentityProvider' | 'SignInDomain',
  path: string[],
): TenantKey {
  const key = keyOf(kind, gid, path)
  permit(ctx.viewer, key.tenantId, 'provider.write', path)
  return key
}

/** @throws {DomainError} not-found */
export async function providerIn(tx: Tx, key: TenantKey, path: string[]): Promise<ProviderRow> {
  const provider = await tx.identityProvider.findFirst({ where: { ...key } })
  if (!provider) throw notFound('identity provider', path)
  return provider
}
