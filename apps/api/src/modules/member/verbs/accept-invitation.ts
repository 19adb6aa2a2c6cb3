import { newId, type Tx } from '@sundown/db'
import { z } from 'zod'
import { ownMembership, type Viewer } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { DomainError, invalid, notFound } from '../../../errors.ts'
import { parseInput } from '../../../parse-input.ts'
import { asScope, scopeColumn } from '../../scope/index.ts'
import type { TenantRow } from '../../tenant/index.ts'
import { invitationOf } from '../loaders.ts'

const shape = z.object({
  token: z.string(),
  name: z.string().trim().max(100).nullish(),
  password: z.string().max(128).nullish(),
})

/**
 * Joins by an invitation. Who signed in with the invited address joins with that account; who has none gets one; an
 * account of that address that is not signed in must sign in first, so that a link alone never opens it.
 */
export async function acceptInvitation({
  ctx,
  input,
}: {
  ctx: Context
  input: unknown
}): Promise<{ viewer: Viewer; tenant: TenantRow }> {
  const { token, name, password } = parseInput(shape, input)
  const place = invitationOf(token)
  if (!place) throw notFound('invitation', ['token'])
  const { tenantId } = place
  const { app } = ctx
  const now = app.now()
  await ctx.close()
  const hash = password ? await app.auth.hashPassword(password) : null
  const joined = await app.database.asTenants({ tenants: [tenantId], user: ctx.viewer?.userId ?? null }, async (tx) => {
    // Taking it by the update makes it work once, also for two at the same time.
    const [invitation] = await tx.invitation.updateManyAndReturn({
      where: { ...place, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
      data: { acceptedAt: now },
    })
    if (!invitation) throw notFound('invitation', ['token'])
    const { email, role, memberExpiresAt, customRoleId } = invitation
    const scope = asScope(invitation.scope)
    const person = await personOf(ctx, tx, { email, name: name ?? '', hash, length: password?.length ?? 0 })
    const { id } = await tx.member.create({
      data: {
        tenantId,
        userId: person.id,
        role,
        customRoleId,
        scope: scopeColumn(scope),
        expiresAt: memberExpiresAt,
      },
    })
    await audit(tx, ctx, {
      tenantId,
      action: 'invitationAccept',
      actor: { ...person, kind: 'PERSON', email },
      subject: { kind: 'Member', id },
      after: { email, role, customRoleId, scope },
    })
    const custom = customRoleId
      ? await tx.customRole.findFirst({ where: { tenantId, id: customRoleId }, select: { permissions: true } })
      : null
    const own = ownMembership(tenantId, role, { scope, patterns: custom?.permissions ?? null })
    const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId } })
    return { person, email, own, tenant }
  })
  const { person, email, own, tenant } = joined
  if (person.isNew && password) ctx.cookies.push(...(await app.auth.signIn({ email, password, headers: ctx.headers })))
  const viewer: Viewer = {
    kind: 'PERSON',
    id: person.id,
    userId: person.id,
    name: person.name,
    email,
    isOperator: ctx.viewer?.isOperator ?? false,
    memberships: [...(ctx.viewer?.memberships ?? []), own],
  }
  await ctx.become(viewer)
  return { viewer, tenant }
}

interface Wanted {
  readonly email: string
  readonly name: string
  readonly hash: string | null
  readonly length: number
}

async function personOf(ctx: Context, tx: Tx, { email, name, hash, length }: Wanted) {
  const { viewer } = ctx
  if (viewer?.kind === 'PERSON' && viewer.email === email) return { id: viewer.id, name: viewer.name, isNew: false }
  await tx.$executeRaw`SET LOCAL ROLE sundown_auth`
  const [known] = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM "User" WHERE email = ${email}`
  if (known)
    throw new DomainError('conflict', [
      {
        code: 'SIGN_IN_FIRST',
        message: 'There is an account with this address. Sign in with it first.',
        path: ['token'],
      },
    ])
  if (name === '') throw invalid({ code: 'REQUIRED', message: 'A value is needed here.', path: ['name'] })
  if (length < 10 || hash === null)
    throw invalid({
      code: 'WEAK_PASSWORD',
      message: 'A password has at least 10 characters.',
      path: ['password'],
      params: { min: 10 },
    })
  const id = newId(ctx.app.now().getTime())
  // A link that went by letter proves the address; one that was passed on by hand does not.
  const proven = ctx.app.post.delivers
  await tx.$executeRaw`INSERT INTO "User" (id, name, email, "emailVerified", "updatedAt")
    VALUES (${id}, ${name}, ${email}, ${proven}, now())`
  await tx.$executeRaw`INSERT INTO "Account" (id, "accountId", "providerId", "userId", password, "updatedAt")
    VALUES (${newId(ctx.app.now().getTime())}, ${id}, 'credential', ${id}, ${hash}, now())`
  await tx.$executeRaw`SET LOCAL ROLE sundown_app`
  return { id, name, isNew: true }
}
