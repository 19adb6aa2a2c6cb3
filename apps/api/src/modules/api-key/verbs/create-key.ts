import { z } from 'zod'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { tenantIdOf } from '../../../global-id.ts'
import { isRange, newKey } from '../../../key-viewer.ts'
import { parseInput, userIssue } from '../../../parse-input.ts'
import { permissionPattern } from '../../../roles.ts'
import { permit } from '../../../viewer.ts'
import type { KeyRow } from '../loaders.ts'

const day = 86_400_000

const shape = z.object({
  tenantId: z.string(),
  name: z.string().trim().min(1).max(100),
  scopes: z
    .array(z.string().regex(permissionPattern, userIssue('INVALID', 'A pattern over permissions, such as endpoint.*')))
    .min(1)
    .max(30),
  ipRanges: z
    .array(z.string().refine(isRange, userIssue('INVALID', 'A range is written as 192.0.2.0/24.')))
    .max(50)
    .nullish(),
  days: z.int().min(1).max(730).nullish(),
})

/** Makes a key for programs; only its hash is kept. */
export async function createKey({
  ctx,
  input,
}: {
  ctx: Context
  input: unknown
}): Promise<{ apiKey: KeyRow; secret: string }> {
  const { tenantId: gid, name, scopes, ipRanges, days } = parseInput(shape, input)
  const tenantId = tenantIdOf(gid, ['tenantId'])
  const viewer = permit(ctx.viewer, tenantId, 'key.write', ['tenantId'])
  const { key, hash, prefix } = newKey(tenantId)
  const expiresAt = new Date(ctx.app.now().getTime() + (days ?? 90) * day)
  return ctx.write(async (tx) => {
    const apiKey = await tx.apiKey.create({
      data: { tenantId, name, prefix, hash, scopes, ipRanges: ipRanges ?? [], createdBy: viewer.id, expiresAt },
    })
    const subject = { kind: 'ApiKey', id: apiKey.id }
    await audit(tx, ctx, { tenantId, action: 'apiKeyCreate', subject, after: { name, scopes, ipRanges, expiresAt } })
    return { apiKey, secret: key }
  })
}
