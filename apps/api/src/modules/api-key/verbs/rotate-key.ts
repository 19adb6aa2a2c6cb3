import { z } from 'zod'
import { refuseBeyond } from '../../../access/grant.ts'
import { newKey } from '../../../access/key-viewer.ts'
import { keyPermissions } from '../../../access/roles.ts'
import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { notFound } from '../../../errors.ts'
import { keyOf } from '../../../global-id.ts'
import { parseInput } from '../../../parse-input.ts'
import { asScope, scopeColumn } from '../../scope/index.ts'
import type { KeyRow } from '../loaders.ts'

const shape = z.object({ id: z.string(), overlapHours: z.int().min(0).max(720).nullish() })

/** Makes a successor with the same rights and the same length of life; both work during the overlap. */
export async function rotateKey({
  ctx,
  input,
}: {
  ctx: Context
  input: unknown
}): Promise<{ apiKey: KeyRow; secret: string }> {
  const { id: gid, overlapHours } = parseInput(shape, input)
  const where = keyOf('ApiKey', gid, ['id'])
  const { tenantId } = where
  const viewer = permit(ctx.viewer, tenantId, 'key.write', ['id'])
  const now = ctx.app.now()
  return ctx.write(async (tx) => {
    const old = await tx.apiKey.findFirst({ where: { ...where, revokedAt: null, expiresAt: { gt: now } } })
    if (!old) throw notFound('key', ['id'])
    const { key, hash, prefix } = newKey(tenantId)
    const life = old.expiresAt.getTime() - old.createdAt.getTime()
    const { name, scopes, scope, groupId, ipRanges } = old
    refuseBeyond(viewer, tenantId, keyPermissions(scopes), ['id'])
    if (groupId) permit(viewer, tenantId, 'technician.write', ['id'])
    const expiresAt = new Date(now.getTime() + life)
    const apiKey = await tx.apiKey.create({
      data: {
        tenantId,
        name,
        prefix,
        hash,
        scopes,
        scope: scopeColumn(asScope(scope)),
        groupId,
        ipRanges,
        createdBy: viewer.id,
        expiresAt,
      },
    })
    const end = new Date(Math.min(old.expiresAt.getTime(), now.getTime() + (overlapHours ?? 24) * 3_600_000))
    await tx.apiKey.updateMany({ where, data: { expiresAt: end, replacedBy: apiKey.id } })
    const subject = { kind: 'ApiKey', id: old.id }
    await audit(tx, ctx, { tenantId, action: 'apiKeyRotate', subject, after: { successor: apiKey.id, olderEnds: end } })
    return { apiKey, secret: key }
  })
}
