import { z } from 'zod'
import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { DomainError, notAPartner, notFound } from '../../../errors.ts'
import { tenantIdOf } from '../../../global-id.ts'
import { parseInput } from '../../../parse-input.ts'
import { scopeColumn, scopeInput, scopeNamed } from '../../scope/index.ts'
import { type DelegationRow, statusAt } from '../loaders.ts'

const shape = z.object({
  partnerId: z.string(),
  customerId: z.string(),
  customerName: z.string().trim().min(1).max(100),
  role: z.enum(['ADMIN', 'OPERATOR', 'VIEWER']),
  days: z.int().min(1).max(730),
  extends: z.boolean().nullish(),
  scope: scopeInput,
  reason: z.string().trim().max(500).nullish(),
})

/** Asks a customer to be let in; nothing is reachable until the customer approves. */
export async function requestDelegation({
  ctx,
  input,
}: {
  ctx: Context
  input: unknown
}): Promise<{ delegation: DelegationRow }> {
  const {
    partnerId: partnerGid,
    customerId,
    customerName,
    role,
    days,
    extends: moves,
    reason,
    scope: wish,
  } = parseInput(shape, input)
  const partnerId = tenantIdOf(partnerGid, ['partnerId'])
  const viewer = permit(ctx.viewer, partnerId, 'delegation.write', ['partnerId'])
  const tenantId = tenantIdOf(customerId, ['customerId'])
  if (tenantId === partnerId) throw notFound('customer', ['customerId'])
  // What it names is the customer's, which the partner cannot look at; the customer sees what it comes to.
  const scope = scopeNamed(wish, [tenantId])
  const now = ctx.app.now()
  return ctx.write(async (tx) => {
    const partner = await tx.tenant.findUniqueOrThrow({ where: { id: partnerId } })
    if (partner.kind !== 'PARTNER') throw notAPartner(['partnerId'])
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`delegation ${partnerId} ${tenantId}`}, 0))`
    const live = await tx.delegation.findMany({
      where: { tenantId, partnerId, status: { in: ['REQUESTED', 'ACTIVE'] } },
    })
    const standing = live.find((row) => ['REQUESTED', 'ACTIVE'].includes(statusAt(row, now)))
    if (standing)
      throw new DomainError('conflict', [
        { code: 'DUPLICATE', message: 'You asked this customer already.', path: ['customerId'] },
      ])
    for (const { id } of live)
      await tx.delegation.updateMany({ where: { tenantId, id }, data: { status: 'ENDED', endedAt: now } })
    const names = { customerName, partnerName: partner.name }
    const data = {
      tenantId,
      partnerId,
      ...names,
      role,
      days,
      extends: moves ?? false,
      requestedBy: viewer.id,
      scope: scopeColumn(scope),
    }
    const delegation = await tx.delegation
      .create({ data: { ...data, reason: reason || null } })
      .catch((error: unknown) => {
        // The customer's row cannot be looked at, so its absence shows by the foreign key.
        if (codeOf(error) === 'P2003') throw notFound('customer', ['customerId'])
        throw error
      })
    const subject = { kind: 'Delegation', id: delegation.id }
    const after = { customerName, role, days, extends: moves ?? false, scope, reason }
    await audit(tx, ctx, { tenantId: partnerId, action: 'delegationRequest', subject, after })
    return { delegation }
  })
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)
