import { z } from 'zod'
import { newToken } from '../../../access/key-viewer.ts'
import { roles } from '../../../access/roles.ts'
import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { DomainError } from '../../../errors.ts'
import { encodeId, tenantIdOf } from '../../../global-id.ts'
import { letterLocale } from '../../../mail/letter-locale.ts'
import { invitationLetter } from '../../../mail/letters.ts'
import { parseInput, userIssue } from '../../../parse-input.ts'
import { customRoleOrThrow } from '../../custom-role/index.ts'
import { scopeColumn, scopeFrom, scopeInput } from '../../scope/index.ts'
import type { InvitationRow } from '../loaders.ts'
import { refuseGift } from '../lookup.ts'

const day = 86_400_000

const shape = z.object({
  tenantId: z.string(),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .min(1)
    .max(254)
    .refine((text) => z.email().safeParse(text).success, userIssue('INVALID_EMAIL', 'Not an e-mail address.')),
  role: z.enum(roles),
  customRoleId: z.string().nullish(),
  scope: scopeInput,
  memberDays: z.int().min(1).max(3_650).nullish(),
})

/**
 * Asks a person to join by letter; the secret of the link is kept as a hash alone. Who invites sees the link only where
 * no letter can be sent, since whoever holds it may join.
 */
export async function invite({
  ctx,
  input,
}: {
  ctx: Context
  input: unknown
}): Promise<{ invitation: InvitationRow; link: string | null }> {
  const { tenantId: gid, email, role, customRoleId, scope: wish, memberDays } = parseInput(shape, input)
  const tenantId = tenantIdOf(gid, ['tenantId'])
  const viewer = permit(ctx.viewer, tenantId, 'member.write', ['tenantId'])
  const { token, hash } = newToken()
  const now = ctx.app.now()
  const { post, env } = ctx.app
  const link = new URL(`/invitation/${encodeId('T', tenantId).slice(2)}.${token}`, env.SUNDOWN_PORTAL_URL).href
  const { invitation, tenant } = await ctx.write(async (tx) => {
    const custom = customRoleId ? await customRoleOrThrow(tx, tenantId, customRoleId) : null
    const scope = await scopeFrom(tx, wish, [tenantId])
    refuseGift(viewer, tenantId, { role, custom, scope })
    const there = await tx.member.findFirst({ where: { tenantId, user: { email } }, select: { id: true } })
    if (there)
      throw new DomainError('conflict', [
        { code: 'DUPLICATE', message: 'This person belongs here already.', path: ['email'] },
      ])
    await tx.invitation.updateMany({
      where: { tenantId, email, acceptedAt: null, revokedAt: null },
      data: { revokedAt: now },
    })
    const invitation = await tx.invitation.create({
      data: {
        tenantId,
        email,
        role,
        customRoleId: custom?.id ?? null,
        scope: scopeColumn(scope),
        tokenHash: hash,
        invitedBy: viewer.id,
        expiresAt: new Date(now.getTime() + 7 * day),
        memberExpiresAt: memberDays ? new Date(now.getTime() + memberDays * day) : null,
      },
    })
    const subject = { kind: 'Invitation', id: invitation.id }
    await audit(tx, ctx, {
      tenantId,
      action: 'memberInvite',
      subject,
      after: { email, role, customRole: custom?.name, scope, memberDays },
    })
    return { invitation, tenant: await tx.tenant.findUniqueOrThrow({ where: { id: tenantId } }) }
  })
  const locale = letterLocale(null, ctx.headers)
  const about = { link, tenant: tenant.name, inviter: viewer.name, until: invitation.expiresAt }
  post.send(invitationLetter({ to: email, locale, ...about }))
  return { invitation, link: post.delivers ? null : link }
}
