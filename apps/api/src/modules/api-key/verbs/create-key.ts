import type { Tx } from '@sundown/db'
import { z } from 'zod'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { notFound } from '../../../errors.ts'
import { keyOf, tenantIdOf } from '../../../global-id.ts'
import { refuseBeyond } from '../../../grant.ts'
import { isRange, newKey } from '../../../key-viewer.ts'
import { parseInput, userIssue } from '../../../parse-input.ts'
import { keyPermissions, permissionPattern } from '../../../roles.ts'
import { permit } from '../../../viewer.ts'
import { scopeColumn, scopeFrom, scopeInput } from '../../scope/index.ts'
import type { KeyRow } from '../loaders.ts'

const day = 86_400_000

const shape = z.object({
  tenantId: z.string(),
  name: z.string().trim().min(1).max(100),
  scopes: z
    .array(z.string().regex(permissionPattern, userIssue('INVALID', 'A pattern over permissions, such as endpoint.*')))
    .min(1)
    .max(30),
  scope: scopeInput,
  technicianGroupId: z.string().nullish(),
  ipRanges: z
    .array(z.string().refine(isRange, userIssue('INVALID', 'A range is written as 192.0.2.0/24.')))
    .max(50)
    .nullish(),
  days: z.int().min(1).max(730).nullish(),
})

/** Makes a key for programs, with at most what its maker holds; only its hash is kept. */
export async function createKey({
  ctx,
  input,
}: {
  ctx: Context
  input: unknown
}): Promise<{ apiKey: KeyRow; secret: string }> {
  const { tenantId: gid, name, scopes, scope: wish, technicianGroupId, ipRanges, days } = parseInput(shape, input)
  const tenantId = tenantIdOf(gid, ['tenantId'])
  const viewer = permit(ctx.viewer, tenantId, 'key.write', ['tenantId'])
  refuseBeyond(viewer, tenantId, keyPermissions(scopes), ['scopes'])
  const { key, hash, prefix } = newKey(tenantId)
  const expiresAt = new Date(ctx.app.now().getTime() + (days ?? 90) * day)
  return ctx.write(async (tx) => {
    const groupId = technicianGroupId ? await ownGroup(ctx, tx, tenantId, technicianGroupId) : null
    const customers = groupId
      ? await tx.delegationAssignment.findMany({ where: { tenantId, groupId }, select: { customerId: true } })
      : []
    const scope = await scopeFrom(tx, wish, [tenantId, ...customers.map((row) => row.customerId)])
    const apiKey = await tx.apiKey.create({
      data: {
        tenantId,
        name,
        prefix,
        hash,
        scopes,
        scope: scopeColumn(scope),
        groupId,
        ipRanges: ipRanges ?? [],
        createdBy: viewer.id,
        expiresAt,
      },
    })
    const subject = { kind: 'ApiKey', id: apiKey.id }
    const after = { name, scopes, scope, groupId, ipRanges, expiresAt }
    await audit(tx, ctx, { tenantId, action: 'apiKeyCreate', subject, after })
    return { apiKey, secret: key }
  })
}

/** @throws {DomainError} not-found; forbidden for who may not say which customers technicians look after */
async function ownGroup(ctx: Context, tx: Tx, tenantId: string, globalId: string): Promise<string> {
  permit(ctx.viewer, tenantId, 'technician.write', ['technicianGroupId'])
  const key = keyOf('TechnicianGroup', globalId, ['technicianGroupId'])
  const row = key.tenantId === tenantId ? await tx.technicianGroup.findFirst({ where: key }) : null
  if (!row) throw notFound('group', ['technicianGroupId'])
  return row.id
}
