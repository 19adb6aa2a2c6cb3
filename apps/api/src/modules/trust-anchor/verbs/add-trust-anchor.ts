import { X509Certificate } from 'node:crypto'
import type { TrustAnchor } from '@sundown/db'
import { z } from 'zod'
import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { DomainError, invalid } from '../../../errors.ts'
import { encodeKey, tenantIdOf } from '../../../global-id.ts'
import { parseInput } from '../../../parse-input.ts'

const shape = z.object({
  tenantId: z.string(),
  name: z.string().trim().min(1).max(100),
  pem: z.string().trim().min(1).max(20_000),
})

/** Trusts a root from the next scan on. */
export async function addTrustAnchor({
  ctx,
  input,
}: {
  ctx: Context
  input: unknown
}): Promise<{ trustAnchor: TrustAnchor }> {
  const { tenantId: gid, name, pem } = parseInput(shape, input)
  const tenantId = tenantIdOf(gid, ['tenantId'])
  permit(ctx.viewer, tenantId, 'trust.write', ['tenantId'])
  const certificate = authority(pem)
  const sha256 = certificate.fingerprint256.replaceAll(':', '').toLowerCase()
  return ctx.write(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`anchor ${tenantId} ${sha256}`}, 0))`
    const same = await tx.trustAnchor.findFirst({ where: { tenantId, sha256 } })
    if (same) {
      const params = { id: encodeKey('TrustAnchor', same) }
      throw new DomainError('conflict', [
        { code: 'DUPLICATE', message: 'It is trusted already.', path: ['pem'], params },
      ])
    }
    const trustAnchor = await tx.trustAnchor.create({ data: { tenantId, name, sha256, pem: certificate.toString() } })
    const subject = { kind: 'TrustAnchor', id: trustAnchor.id }
    await audit(tx, ctx, { tenantId, action: 'trustAnchorAdd', subject, after: { name, sha256 } })
    return { trustAnchor }
  })
}

/** Exactly one certificate that may issue others; a private key pasted along is refused and goes nowhere. */
function authority(pem: string): X509Certificate {
  const refuse = (message: string) => invalid({ code: 'INVALID', message, path: ['pem'] })
  if (pem.includes('PRIVATE KEY')) throw refuse('This holds a private key. Paste the certificate alone.')
  if (pem.split('-----BEGIN').length !== 2) throw refuse('One certificate in PEM form, from BEGIN to END.')
  let certificate: X509Certificate
  try {
    certificate = new X509Certificate(pem)
  } catch {
    throw refuse('This is no certificate in PEM form.')
  }
  if (!certificate.ca) throw refuse('This certificate may not issue others, so it is no authority.')
  return certificate
}
