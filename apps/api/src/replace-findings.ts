import type { Finding } from '@sundown/core/finding'
import { type Endpoint, type Prisma, storable, type Tx } from '@sundown/db'

/** Puts the findings of an endpoint's newest scan in the place of what was there. */
export async function replaceFindings(
  tx: Tx,
  { tenantId, id: endpointId }: Pick<Endpoint, 'tenantId' | 'id'>,
  judged: readonly { readonly resultId: string; readonly findings: readonly Finding[] }[],
): Promise<void> {
  await tx.finding.deleteMany({ where: { tenantId, endpointId } })
  await tx.finding.createMany({
    data: judged.flatMap(({ resultId, findings }) =>
      findings.map(({ ruleId, outcome, severity, cost, evidence }) => ({
        tenantId,
        endpointId,
        scanResultId: resultId,
        ruleId,
        outcome,
        severity,
        cost,
        evidence: storable(evidence) as Prisma.InputJsonValue,
      })),
    ),
  })
}
