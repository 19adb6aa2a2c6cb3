import type { Finding } from '@sundown/core/finding'
import { newId, storable, type Tx } from '@sundown/db'

export interface JudgedResult {
  readonly endpointId: string
  readonly resultId: string
  readonly findings: readonly Finding[]
}

/**
 * Puts the findings of the newest scans of some endpoints in the place of what was there, in one statement. A finding
 * that says the same as before is not written, which is most of them when only a date has come nearer.
 */
export async function replaceFindings(
  tx: Tx,
  tenantId: string,
  endpointIds: readonly string[],
  judged: readonly JudgedResult[],
): Promise<void> {
  const said = judged.flatMap(({ endpointId, resultId, findings }) =>
    findings.map(({ ruleId, outcome, severity, cost, evidence }) => ({
      id: newId(),
      endpointId,
      resultId,
      ruleId,
      outcome,
      severity,
      cost,
      evidence: storable(evidence),
    })),
  )
  await tx.$executeRaw`
    WITH said AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(said)}::jsonb)
        AS x("id" uuid, "endpointId" uuid, "resultId" uuid, "ruleId" text, "outcome" text, "severity" "Severity", "cost" int, "evidence" jsonb)
    ), known AS MATERIALIZED (
      SELECT * FROM "Finding" WHERE "tenantId" = ${tenantId}::uuid AND "endpointId" = ANY(${endpointIds}::uuid[])
    ), gone AS (
      DELETE FROM "Finding" f USING known
      WHERE f."tenantId" = ${tenantId}::uuid AND f."id" = known."id"
        AND NOT EXISTS (SELECT FROM said WHERE said."resultId" = known."scanResultId" AND said."ruleId" = known."ruleId")
    ), moved AS (
      UPDATE "Finding" f SET "outcome" = said."outcome", "severity" = said."severity", "cost" = said."cost", "evidence" = said."evidence"
      FROM known JOIN said ON said."resultId" = known."scanResultId" AND said."ruleId" = known."ruleId"
      WHERE f."tenantId" = ${tenantId}::uuid AND f."id" = known."id"
        AND (known."outcome", known."severity", known."cost", known."evidence")
          IS DISTINCT FROM (said."outcome", said."severity", said."cost", said."evidence")
    )
    INSERT INTO "Finding" ("tenantId", "id", "endpointId", "scanResultId", "ruleId", "outcome", "severity", "cost", "evidence")
    SELECT ${tenantId}::uuid, said."id", said."endpointId", said."resultId", said."ruleId", said."outcome", said."severity", said."cost", said."evidence"
    FROM said WHERE NOT EXISTS (SELECT FROM known WHERE known."scanResultId" = said."resultId" AND known."ruleId" = said."ruleId")`
}
