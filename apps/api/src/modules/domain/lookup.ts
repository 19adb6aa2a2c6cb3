import type { Tx } from '@sundown/db'
import { notFound } from '../../errors.ts'
import type { TenantKey } from '../../global-id.ts'
import type { ProofRow } from './loaders.ts'

/** @throws {DomainError} not-found */
export async function proofOrThrow(tx: Tx, key: TenantKey, path: readonly string[]): Promise<ProofRow> {
  const row = await tx.domainProof.findFirst({ where: key })
  if (!row) throw notFound('domain', path)
  return row
}

/** What the audit log shows of a proof. */
export const settings = ({ domain, method, verifiedAt, lapsedAt }: ProofRow) => ({
  domain,
  method,
  verifiedAt,
  lapsedAt,
})
