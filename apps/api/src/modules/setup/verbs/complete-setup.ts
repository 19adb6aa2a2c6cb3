import { newId } from '@sundown/db'
import { ownMembership, type Viewer } from '../../../access/viewer.ts'
import type { Context } from '../../../context.ts'
import { DomainError } from '../../../errors.ts'
import { parseInput } from '../../../parse-input.ts'
import { insertTenant, type TenantRow } from '../../tenant/index.ts'
import { setupCompleteInput } from '../inputs.ts'
import { isSetUp } from '../loaders.ts'

/**
 * Makes the first owner with a tenant in one transaction, then signs the owner in. Of two at once, one is refused.
 */
export async function completeSetup({
  ctx,
  input,
}: {
  ctx: Context
  input: unknown
}): Promise<{ viewer: Viewer; tenant: TenantRow }> {
  if (await isSetUp(ctx.app)) throw alreadyDone()
  const { name, email, password, tenantName } = parseInput(setupCompleteInput, input)
  await ctx.close()
  const now = ctx.app.now()
  const person = { id: newId(now.getTime()), name, email, passwordHash: await ctx.app.auth.hashPassword(password) }
  const tenantId = newId(now.getTime())
  const tenant = await ctx.app.database.asTenants({ tenants: [tenantId], user: person.id }, async (tx) => {
    // People belong to the role of sign-in, tenants to that of the application: one transaction changes hats.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('setup', 0))`
    await tx.$executeRaw`SET LOCAL ROLE sundown_auth`
    const [people] = await tx.$queryRaw<[{ count: bigint }]>`SELECT count(*) FROM "User"`
    if (people.count > 0n) throw alreadyDone()
    await tx.$executeRaw`INSERT INTO "User" (id, name, email, operator, "updatedAt") VALUES (${person.id}, ${name}, ${email}, true, now())`
    await tx.$executeRaw`INSERT INTO "Account" (id, "accountId", "providerId", "userId", password, "updatedAt")
      VALUES (${newId(now.getTime())}, ${person.id}, 'credential', ${person.id}, ${person.passwordHash}, now())`
    await tx.$executeRaw`SET LOCAL ROLE sundown_app`
    const owner = { kind: 'PERSON' as const, id: person.id, name, email }
    return insertTenant(ctx, tx, { id: tenantId, name: tenantName, kind: 'CUSTOMER', owner })
  })
  ctx.cookies.push(...(await ctx.app.auth.signIn({ email, password, headers: ctx.headers })))
  const viewer: Viewer = {
    kind: 'PERSON',
    id: person.id,
    userId: person.id,
    name,
    email,
    isOperator: true,
    memberships: [ownMembership(tenantId, 'OWNER')],
  }
  await ctx.become(viewer)
  return { viewer, tenant }
}

const alreadyDone = () =>
  new DomainError('precondition', [{ code: 'ALREADY_DONE', message: 'The first owner exists. Sign in.', path: [] }])
