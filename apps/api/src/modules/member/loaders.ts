import type { Invitation, Member } from '@sundown/db'
import type { Context } from '../../context.ts'

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
