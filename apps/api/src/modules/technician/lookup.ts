import type { Tx } from '@sundown/db'
import { notFound } from '../../errors.ts'
import type { TenantKey } from '../../global-id.ts'
import type { GroupRow } from './loaders.ts'

/** @throws {DomainError} not-found */
export async function groupOrThrow(tx: Tx, { tenantId, id }: TenantKey, path: string[]): Promise<GroupRow> {
  const row = await tx.technicianGroup.findFirst({
    where: { tenantId, id },
    include: { members: true, assignments: true },
  })
  if (!row) throw notFound('group', path)
  const { members, ...group } = row
  return { ...group, memberIds: members.map((member) => member.memberId) }
}
