import { z } from 'zod'
import { newToken } from '../../../access/key-viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { isOver, signedOut } from '../../../errors.ts'
import { encodeId } from '../../../global-id.ts'
import { letterLocale } from '../../../mail/letter-locale.ts'
import { invitationLetter } from '../../../mail/letters.ts'
import { parseInput, userIssue } from '../../../parse-input.ts'
import { type DelegationRow, delegationOrThrow, statusAt } from '../../delegation/index.ts'
import { refuseHandedOver } from '../handed-over.ts'

const day = 86_400_000

const shape = z.object({
  delegationId: z.string(),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .min(1)
    .max(254)
    .refine((text) => z.email().safeParse(text).success, userIssue('INVALID_EMAIL', 'Not an e-mail address.')),
})

/** Invites the first owner of a customer that the partner created; whoever owns it then says what the partner may do. */
export async function handOver({
  ctx,
  input,
}: {
  ctx: Context
  input: unknown
}): Promise<{ delegation: DelegationRow; link: string | null; expiresAt: Date }> {
  const { delegationId, email } = parseInput(shape, input)
  const { viewer } = ctx
  if (!viewer) throw signedOut()
  const now = ctx.app.now()
  const row = await ctx.write(async (tx) => {
    const { row } = await delegationOrThrow(tx, viewer, delegationId, 'partner', ['delegationId'])
    if (statusAt(row, now) !== 'ACTIVE') throw isOver('It does not stand.')
    return row
  })
  const { tenantId, partnerId } = row
  const { token, hash } = newToken()
  const expiresAt = new Date(now.getTime() + 14 * day)
  const { post, env } = ctx.app
  const link = new URL(`/invitation/${encodeId('T', tenantId).slice(2)}.${token}`, env.SUNDOWN_PORTAL_URL).href
  const reach = { tenants: [tenantId, partnerId], user: viewer.userId }
  const tenant = await ctx.app.database.asTenants(reach, async (tx) => {
    await refuseHandedOver(tx, row)
    await tx.invitation.updateMany({ where: { tenantId, acceptedAt: null, revokedAt: null }, data: { revokedAt: now } })
    const invitation = await tx.invitation.create({
      data: { tenantId, email, role: 'OWNER', tokenHash: hash, invitedBy: viewer.id, expiresAt },
    })
    const deed = { action: 'customerHandOver', subject: { kind: 'Invitation', id: invitation.id }, after: { email } }
    await audit(tx, ctx, { tenantId, partnerId, ...deed })
    await audit(tx, ctx, { tenantId: partnerId, ...deed })
    return tx.tenant.findUniqueOrThrow({ where: { id: tenantId } })
  })
  const locale = letterLocale(null, ctx.headers)
  post.send(invitationLetter({ to: email, locale, link, tenant: tenant.name, inviter: viewer.name, until: expiresAt }))
  return { delegation: row, link: post.delivers ? null : link, expiresAt }
}
