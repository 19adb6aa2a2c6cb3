import type { DomainProof, Tx } from '@sundown/db'
import { batched } from '../../batch.ts'
import type { Context } from '../../context.ts'
import type { Proof } from './proof-state.ts'
import { stateOf } from './proof-state.ts'

export type ProofRow = DomainProof

/** Domains that one tenant may prove. */
export const maxProofs = 200

const byTenant = (context: Context) =>
  batched<string, ProofRow[]>(async (tenants) => {
    const rows = await context.read((tx) =>
      tx.domainProof.findMany({ where: { tenantId: { in: [...tenants] } }, orderBy: { domain: 'asc' } }),
    )
    return tenants.map((tenantId) => rows.filter((row) => row.tenantId === tenantId))
  })

/** Every proof of a tenant, by domain. */
export async function proofsOf(context: Context, tenantId: string): Promise<ProofRow[]> {
  context.saw(tenantId)
  return (await context.once(byTenant)(tenantId)) ?? []
}

/** What speaks for active checks of a tenant's endpoints. */
export const proofsIn = (tx: Tx, tenantId: string): Promise<Proof[]> =>
  tx.domainProof.findMany({
    where: { tenantId },
    select: { domain: true, method: true, verifiedAt: true, lapsedAt: true },
  })

/** Whether the tenant has shown by DNS that it controls this very domain, and the proof stands. */
export async function isProven(tx: Tx, tenantId: string, domain: string, now: Date): Promise<boolean> {
  const proof = await tx.domainProof.findUnique({ where: { tenantId_domain: { tenantId, domain } } })
  return proof !== null && proof.method === 'DNS' && stateOf(proof, now) === 'PROVEN'
}
