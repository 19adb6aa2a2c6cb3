import type { Invitation, Member } from '@sundown/db'
import { tokenHash } from '../../access/key-viewer.ts'
import type { Role } from '../../access/roles.ts'
import type { Context } from '../../context.ts'
import { decodeId } from '../../global-id.ts'
import { type CustomRoleRow, customRoleByKey } from '../custom-role/index.ts'

export type MemberRow = Member & { readonly user: { readonly name: string; readonly email: string } }
export type InvitationRow = Omit<Invitation, 'tokenHash'>

export const membersOf = (context: Context, tenantId: string): Promise<MemberRow[]> =>
  context.read((tx) =>
    tx.member.findMany({
      where: { tenantId },
      include: { user: { select: { name: true, email: true } } },
      orderBy: { id: 'asc' },
      take: 1_000,
    }),
  )

/** Invitations that wait for an answer. */
export const openInvitationsOf = (context: Context, tenantId: string): Promise<InvitationRow[]> =>
  context.read((tx) =>
    tx.invitation.findMany({
      where: { tenantId, acceptedAt: null, revokedAt: null, expiresAt: { gt: context.app.now() } },
      orderBy: { id: 'desc' },
      take: 1_000,
    }),
  )

/** The tenant's own role of a member or an invitation. */
export const customRoleOf = async (
  context: Context,
  { tenantId, customRoleId }: { readonly tenantId: string; readonly customRoleId: string | null },
): Promise<CustomRoleRow | null> => (customRoleId ? customRoleByKey(context, { tenantId, id: customRoleId }) : null)

/** The tenant and the secret in the last part of an invitation's link; null for anything else. */
export function invitationOf(token: string): { readonly tenantId: string; readonly tokenHash: string } | null {
  const [place = '', secret = ''] = token.split('.')
  const [tenantId] = decodeId(`T_${place}`)?.uuids ?? []
  return tenantId && secret ? { tenantId, tokenHash: tokenHash(secret) } : null
}

export interface OpenInvitation {
  readonly tenantName: string
  readonly inviterName: string | null
  readonly email: string
  readonly role: Role
  readonly customRoleName: string | null
  readonly expiresAt: Date
  readonly memberExpiresAt: Date | null
  readonly hasAccount: boolean
}

/** What a link is for: whoever holds it may know, and nobody else can ask. */
export async function openInvitation({ app }: Context, token: string): Promise<OpenInvitation | null> {
  const place = invitationOf(token)
  if (!place) return null
  const found = await app.database.asTenants({ tenants: [place.tenantId], user: null }, async (tx) => {
    const invitation = await tx.invitation.findFirst({
      where: { ...place, acceptedAt: null, revokedAt: null, expiresAt: { gt: app.now() } },
      include: { tenant: { select: { name: true } }, customRole: { select: { name: true } } },
    })
    const inviter = invitation && (await tx.user.findFirst({ where: { id: invitation.invitedBy } }))
    return invitation && { invitation, inviter }
  })
  if (!found) return null
  const { invitation, inviter } = found
  const { email, role, expiresAt, memberExpiresAt } = invitation
  return {
    tenantName: invitation.tenant.name,
    inviterName: inviter?.name ?? null,
    email,
    role,
    customRoleName: invitation.customRole?.name ?? null,
    expiresAt,
    memberExpiresAt,
    hasAccount: (await app.database.auth.user.count({ where: { email } })) > 0,
  }
}
