import { customPolicy, type PolicyProblem } from '@sundown/core/custom-policy'
import { type Policy, policyNamed } from '@sundown/core/policy'
import type { Prisma } from '@sundown/db'
import { z } from 'zod'
import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { invalid, notFound, type UserErrorCode } from '../../../errors.ts'
import { tenantIdOf } from '../../../global-id.ts'
import { parseInput, userIssue } from '../../../parse-input.ts'

const nameForm = /^[a-z0-9](?:[a-z0-9-]{1,38})[a-z0-9]$/

const shape = z.object({
  tenantId: z.string(),
  name: z
    .string()
    .refine((name) => nameForm.test(name), userIssue('INVALID', 'Lower case letters, digits and hyphens, 3 to 40.'))
    .refine((name) => !policyNamed(name), userIssue('DUPLICATE', 'A policy that ships has this name.')),
  basedOn: z.string(),
  changes: z.unknown(),
})

const codes = {
  invalid: 'INVALID',
  'unknown-rule': 'UNKNOWN_RULE',
  'weakens-readiness': 'WEAKENS_READINESS',
} as const satisfies Record<PolicyProblem['code'], UserErrorCode>

/** Writes a version of a tenant's own policy; nothing is judged by it until it is chosen. */
export async function createPolicy({ ctx, input }: { ctx: Context; input: unknown }): Promise<{ policy: Policy }> {
  const { tenantId: gid, name, basedOn, changes } = parseInput(shape, input)
  const tenantId = tenantIdOf(gid, ['tenantId'])
  const viewer = permit(ctx.viewer, tenantId, 'policy.write', ['tenantId'])
  const base = policyNamed(basedOn)
  if (!base) throw notFound('policy', ['basedOn'])
  return ctx.write(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`policy ${tenantId}`}, 0))`
    const day = ctx.app.now().toISOString().slice(0, 10)
    const earlier = await tx.tenantPolicy.count({ where: { tenantId, id: { startsWith: `${name}@${day}` } } })
    const version = earlier === 0 ? day : `${day}.${earlier + 1}`
    const made = customPolicy(base, name, version, changes)
    if (!made.ok)
      throw invalid(
        ...made.problems.map(({ path, code, message }) => ({
          code: codes[code],
          message,
          path: ['changes', ...path.split('.').filter(Boolean)],
        })),
      )
    const { id } = made.policy
    const document = changes as Prisma.InputJsonValue
    await tx.tenantPolicy.create({ data: { tenantId, id, name, basedOn: base.id, document, createdBy: viewer.id } })
    await audit(tx, ctx, {
      tenantId,
      action: 'policyCreate',
      subject: { kind: 'Policy', id },
      after: { basedOn: base.id, changes },
    })
    return { policy: made.policy }
  })
}
