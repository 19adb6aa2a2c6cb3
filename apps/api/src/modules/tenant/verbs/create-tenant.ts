import type { Tx } from '@sundown/db'
import { newId } from '@sundown/db'
import { ownMembership, permitPerson } from '../../../access/viewer.ts'
import { type Actor, audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { DomainError } from '../../../errors.ts'
import { parseInput } from '../../../parse-input.ts'
import { tenantCreateInput } from '../inputs.ts'
import type { TenantRow } from '../loaders.ts'
import { slugOf } from '../slug.ts'

const maxOwned = 20

/** Creates a tenant whose owner is the viewer. */
export async function createTenant({ ctx, input }: { ctx: Context; input: unknown }): Promise<{ tenant: TenantRow }> {
  const viewer = permitPerson(ctx.viewer)
  const { name, kind } = parseInput(tenantCreateInput, input)
  if (viewer.memberships.filter((membership) => membership.role === 'OWNER').length >= maxOwned)
    throw new DomainError('limit', [
      { code: 'LIMIT', message: `One person owns at most ${maxOwned} tenants.`, path: [], params: { max: maxOwned } },
    ])
  const id = newId(ctx.app.now().getTime())
  await ctx.close()
  const tenant = await ctx.app.database.asTenants({ tenants: [id], user: viewer.userId }, (tx) =>
    insertTenant(ctx, tx, { id, name, kind: kind ?? 'CUSTOMER', owner: viewer }),
  )
  await ctx.become({ ...viewer, memberships: [...viewer.memberships, ownMembership(id, 'OWNER')] })
  return { tenant }
}

/** Inserts the tenant, with its owner where it has one, under a slug that is still free. */
export async function insertTenant(
  ctx: Context,
  tx: Tx,
  { id, name, kind, owner }: { id: string; name: string; kind: TenantRow['kind']; owner: Actor | null },
): Promise<TenantRow> {
  const slug = slugOf(name)
  // A taken slug is not visible under row-level security, so the insert itself finds out.
  const inserted = async (candidate: string) =>
    tx.$executeRaw`INSERT INTO "Tenant" (id, name, slug, kind)
      VALUES (${id}::uuid, ${name}, ${candidate}, ${kind}::"TenantKind") ON CONFLICT DO NOTHING`
  if (!(await inserted(slug))) await inserted(`${slug}-${id.slice(-6)}`)
  if (owner) await tx.member.create({ data: { tenantId: id, userId: owner.id, role: 'OWNER' } })
  const actor = owner ? { actor: owner } : {}
  await audit(tx, ctx, { tenantId: id, action: 'tenantCreate', ...actor, after: { name, owner: owner?.id ?? null } })
  return tx.tenant.findUniqueOrThrow({ where: { id } })
}
