import { DomainError } from '../errors.ts'
import type { Permission } from './roles.ts'
import { permissionsIn, type Viewer } from './viewer.ts'

/**
 * Nobody gives, changes or takes what they do not hold themselves.
 * @throws {DomainError} forbidden
 */
export function refuseBeyond(
  viewer: Viewer,
  tenantId: string,
  permissions: Iterable<Permission>,
  path: readonly string[],
): void {
  const held = permissionsIn(viewer, tenantId)
  for (const permission of permissions)
    if (!held.has(permission))
      throw new DomainError('forbidden', [
        {
          code: 'BEYOND_YOURS',
          message: `You do not hold ${permission} yourself.`,
          path,
          params: { permission },
        },
      ])
}
