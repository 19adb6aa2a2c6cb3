import { z } from 'zod'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { DomainError, invalid } from '../../../errors.ts'
import { parseInput, userIssue } from '../../../parse-input.ts'
import { provenAmong } from '../../../sign-in/providers.ts'
import { ownableDomain } from '../../domain/index.ts'
import { type DomainRow, standingOf } from '../loaders.ts'
import { permittedKey, providerIn } from '../lookup.ts'
import { releaseLapsed } from '../release-lapsed.ts'

const shape = z.object({
  providerId: z.string(),
  domain: z
    .string()
    .max(253)
    .transform((text) => ownableDomain(text.trim().replace(/^@/, '')))
    .refine((domain) => domain !== null, userIssue('INVALID', 'A domain such as contoso.com.')),
})

/**
 * Lets the people of an e-mail domain come in through a provider. The tenant has to prove the domain by a DNS record; the
 * installation's operator may vouch for it instead.
 */
export async function addDomain({ ctx, input }: { ctx: Context; input: unknown }): Promise<{ domain: DomainRow }> {
  const { providerId: gid, domain } = parseInput(shape, input)
  const key = permittedKey(ctx, gid, 'IdentityProvider', ['providerId'])
  const { tenantId } = key
  if (domain === null) throw invalid({ code: 'INVALID', message: 'A domain such as contoso.com.', path: ['domain'] })
  const isOwn = await ctx.read(async (tx) => (await provenAmong(tx, tenantId, [domain])).has(domain))
  await ctx.close()
  if (isOwn) await releaseLapsed(ctx, tenantId, domain)
  return ctx.write(async (tx) => {
    const { id: providerId, name } = await providerIn(tx, key, ['providerId'])
    const proven = await provenAmong(tx, tenantId, [domain])
    const byOperator = !proven.has(domain)
    if (byOperator && ctx.viewer?.isOperator !== true)
      throw new DomainError('precondition', [
        {
          code: 'NOT_PROVEN',
          message: 'Prove the domain by a DNS record first.',
          path: ['domain'],
          params: { domain },
        },
      ])
    // Whether another tenant has it is told only to who has shown that the domain is theirs.
    const [row] = await tx.signInDomain.createManyAndReturn({
      data: [{ tenantId, domain, providerId, byOperator }],
      skipDuplicates: true,
    })
    if (!row)
      throw new DomainError('conflict', [
        { code: 'DUPLICATE', message: 'The domain is in use for sign-in already.', path: ['domain'] },
      ])
    await audit(tx, ctx, {
      tenantId,
      action: 'signInDomainAdd',
      subject: { kind: 'SignInDomain', id: row.id },
      after: { domain, provider: name, byOperator },
    })
    return { domain: { ...row, standing: standingOf(row, proven) } }
  })
}
