import type { Scope, Tx } from '@sundown/db'
import { z } from 'zod'
import { refuseBeyond } from '../../../access/grant.ts'
import { type DelegatedRow, delegatedColumns, guestMembership } from '../../../access/guest-membership.ts'
import { isRange, newKey } from '../../../access/key-viewer.ts'
import { keyPermissions, permissionPattern } from '../../../access/roles.ts'
import { type Membership, ownMembership, permit, reachableTenants, scopesOf } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { notFound } from '../../../errors.ts'
import { keyOf, type TenantKey, tenantIdOf } from '../../../global-id.ts'
import { parseInput, userIssue } from '../../../parse-input.ts'
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
  const group = technicianGroupId ? ownGroup(ctx, tenantId, technicianGroupId) : null
  const scope = await scopeOf(ctx, { tenantId, groupId: group?.id ?? null, wish })
  return ctx.write(async (tx) => {
    const groupId = group?.id ?? null
    if (group && !(await tx.technicianGroup.findFirst({ where: group }))) throw notFound('group', ['technicianGroupId'])
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
function ownGroup(ctx: Context, tenantId: string, globalId: string): TenantKey {
  permit(ctx.viewer, tenantId, 'technician.write', ['technicianGroupId'])
  const key = keyOf('TechnicianGroup', globalId, ['technicianGroupId'])
  if (key.tenantId !== tenantId) throw notFound('group', ['technicianGroupId'])
  return key
}

interface Naming {
  readonly tenantId: string
  readonly groupId: string | null
  readonly wish: z.infer<typeof scopeInput>
}

/** Names what the key itself will reach: its tenant, and what is open to its group of technicians. */
async function scopeOf(ctx: Context, { tenantId, groupId, wish }: Naming): Promise<Scope | null> {
  if (!wish) return null
  const guests = groupId ? await ctx.write((tx) => guestsOf(tx, { tenantId, groupId, now: ctx.app.now() })) : []
  const memberships = [ownMembership(tenantId, 'ADMIN'), ...guests]
  const tenants = reachableTenants({ memberships })
  const reach = { tenants, user: null, scopes: scopesOf({ memberships }, 'tenant.read') }
  return ctx.app.database.asTenants(reach, (tx) => scopeFrom(tx, wish, tenants))
}

/** The customers that a group of technicians reaches at this moment. */
async function guestsOf(
  tx: Tx,
  { tenantId, groupId, now }: { readonly tenantId: string; readonly groupId: string; readonly now: Date },
): Promise<Membership[]> {
  const rows = await tx.$queryRaw<DelegatedRow[]>`
    SELECT ${delegatedColumns} FROM "DelegationAssignment" a
    JOIN "Delegation" d ON d."tenantId" = a."customerId" AND d."id" = a."delegationId" AND d."partnerId" = a."tenantId"
    WHERE a."tenantId" = ${tenantId}::uuid AND a."groupId" = ${groupId}::uuid
      AND d."status" = 'ACTIVE' AND d."expiresAt" > ${now}`
  return rows.map(guestMembership)
}
