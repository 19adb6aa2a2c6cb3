import type { Tx } from '@sundown/db'
import { notFound } from '../../errors.ts'
import { keyOf } from '../../global-id.ts'
import type { CustomRoleRow } from './loaders.ts'

/** @throws {DomainError} not-found where the tenant has no such role */
export async function customRoleOrThrow(
  tx: Tx,
  tenantId: string,
  globalId: string,
  path: readonly string[] = ['customRoleId'],
): Promise<CustomRoleRow> {
  const key = keyOf('CustomRole', globalId, path)
  const row = key.tenantId === tenantId ? await tx.customRole.findFirst({ where: key }) : null
  if (!row) throw notFound('role', path)
  return row
}
