import type { Tx } from '../database.ts'

export interface AuditProof {
  readonly entries: number
  /**
   * Hash of the newest entry, or 64 zeros. Kept elsewhere, together with the count, it also shows later that the end of the
   * log was not cut off.
   */
  readonly lastHash: string
  /** Number of the first entry that was changed, removed or put in; null where the chain holds. */
  readonly brokenAt: number | null
}

/** Computes the chain of a tenant's audit entries again. Inside `asTenants` or `asKeeper` that reaches the tenant. */
export async function verifyAudit(tx: Tx, tenantId: string): Promise<AuditProof> {
  const [proof] = await tx.$queryRaw<AuditProof[]>`SELECT * FROM audit_verify(${tenantId}::uuid)`
  if (proof === undefined) throw new Error('audit_verify gave no row')
  return proof
}
