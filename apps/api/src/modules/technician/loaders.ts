import type { Prisma } from '@sundown/db'
import type { Context } from '../../context.ts'

export interface GroupRow {
  readonly tenantId: string
  readonly id: string
  readonly name: string
  readonly memberIds: readonly string[]
  readonly assignments: readonly AssignmentRow[]
}

export interface AssignmentRow {
  readonly customerId: string
  readonly delegationId: string
  readonly role: 'OWNER' | 'ADMIN' | 'OPERATOR' | 'VIEWER'
  readonly scope: Prisma.JsonValue
}

export const groupsOf = (context: Context, tenantId: string): Promise<GroupRow[]> =>
  context.read(async (tx) => {
    const rows = await tx.technicianGroup.findMany({
      where: { tenantId },
      include: { members: true, assignments: true },
      orderBy: { name: 'asc' },
      take: 500,
    })
    return rows.map(({ members, ...row }) => ({ ...row, memberIds: members.map((member) => member.memberId) }))
  })
