import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { DomainError, invalid } from '../../../errors.ts'
import { encodeKey, tenantIdOf } from '../../../global-id.ts'
import { parseInput } from '../../../parse-input.ts'
import { ownableDomain } from '../domain-name.ts'
import { maxProofs, type ProofRow } from '../loaders.ts'
import { settings } from '../lookup.ts'

const shape = z.object({
  tenantId: z.string(),
  domain: z.string().trim().min(1).max(253),
  method: z.enum(['DNS', 'HTTP']).nullish(),
})

/** Asks to prove a domain: answers what to place where. Nothing is looked up yet. */
export async function createProof({
  ctx,
  input,
}: {
  ctx: Context
  input: z.input<typeof shape>
}): Promise<{ domainProof: ProofRow }> {
  const tenantId = tenantIdOf(input.tenantId, ['tenantId'])
  permit(ctx.viewer, tenantId, 'domain.write', ['tenantId'])
  const { domain: text, method } = parseInput(shape, input)
  const domain = ownableDomain(text)
  if (!domain) {
    const message = 'Not a domain that somebody registered: no address, no pattern, and no suffix that is everybody’s.'
    throw invalid({ code: 'INVALID_HOST', message, path: ['domain'] })
  }
  return ctx.write(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`domain ${tenantId}`}, 0))`
    const same = await tx.domainProof.findUnique({ where: { tenantId_domain: { tenantId, domain } } })
    if (same) {
      const params = { id: encodeKey('DomainProof', same) }
      const message = 'This domain is in the list already.'
      throw new DomainError('conflict', [{ code: 'DUPLICATE', message, path: ['domain'], params }])
    }
    if ((await tx.domainProof.count({ where: { tenantId } })) >= maxProofs) {
      const message = `A tenant proves at most ${maxProofs} domains.`
      throw new DomainError('limit', [{ code: 'LIMIT', message, path: ['domain'], params: { max: maxProofs } }])
    }
    const token = randomBytes(32).toString('base64url')
    const domainProof = await tx.domainProof.create({ data: { tenantId, domain, method: method ?? 'DNS', token } })
    const subject = { kind: 'DomainProof', id: domainProof.id }
    await audit(tx, ctx, { tenantId, action: 'domainProofCreate', subject, after: settings(domainProof) })
    return { domainProof }
  })
}
