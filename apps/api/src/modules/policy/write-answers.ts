import type { Judgement } from '@sundown/core/report'
import type { Tx } from '@sundown/db'

export interface ResultAnswer {
  readonly id: string
  readonly verdict: string
  readonly score: number | null
  readonly because: readonly string[]
  /** Instant that dates were judged against. */
  readonly at: string
}

export type ScanAnswer = Pick<ResultAnswer, 'id' | 'verdict' | 'score'>

export interface EndpointAnswer extends ScanAnswer {
  /** The scan that was judged: the answer holds only while it is the newest. */
  readonly scanId: string
}

export const resultAnswer = (id: string, { verdict, score, because, judgedAt }: Judgement): ResultAnswer => ({
  id,
  verdict,
  score,
  because,
  at: judgedAt,
})

/** Writes answers of results in one statement, within the months that their ids name. */
export async function writeResults(
  tx: Tx,
  tenantId: string,
  policyId: string,
  answers: readonly ResultAnswer[],
): Promise<void> {
  if (answers.length === 0) return
  const [from, to] = span(answers)
  await tx.$executeRaw`
    UPDATE "ScanResult" r SET "verdict" = x."verdict", "score" = x."score", "because" = x."because",
      "policyId" = ${policyId}, "judgedAt" = x."at"
    FROM jsonb_to_recordset(${JSON.stringify(answers)}::jsonb)
      AS x("id" uuid, "verdict" "Verdict", "score" int, "because" text[], "at" timestamptz)
    WHERE r."tenantId" = ${tenantId}::uuid AND r."id" = x."id" AND r."id" BETWEEN ${from}::uuid AND ${to}::uuid`
}

/** Writes answers of scans in one statement. */
export async function writeScans(tx: Tx, tenantId: string, answers: readonly ScanAnswer[]): Promise<void> {
  if (answers.length === 0) return
  const [from, to] = span(answers)
  await tx.$executeRaw`
    UPDATE "Scan" s SET "verdict" = x."verdict", "score" = x."score"
    FROM jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) AS x("id" uuid, "verdict" "Verdict", "score" int)
    WHERE s."tenantId" = ${tenantId}::uuid AND s."id" = x."id" AND s."id" BETWEEN ${from}::uuid AND ${to}::uuid`
}

/** Writes answers of endpoints: only where the judged scan is still the newest, since a later one has judged by itself. */
export async function writeEndpoints(
  tx: Tx,
  tenantId: string,
  policyId: string,
  now: Date,
  answers: readonly EndpointAnswer[],
): Promise<void> {
  if (answers.length === 0) return
  await tx.$executeRaw`
    UPDATE "Endpoint" e SET "verdict" = x."verdict", "score" = x."score", "policyId" = ${policyId}, "judgedAt" = ${now}
    FROM jsonb_to_recordset(${JSON.stringify(answers)}::jsonb)
      AS x("id" uuid, "scanId" uuid, "verdict" "Verdict", "score" int)
    WHERE e."tenantId" = ${tenantId}::uuid AND e."id" = x."id" AND e."lastScanId" = x."scanId"`
}

/** Least and greatest id, so that only the partitions between are looked at. */
function span(answers: readonly ScanAnswer[]): readonly [string, string] {
  const ids = answers.map(({ id }) => id).toSorted()
  return [ids[0] ?? '', ids.at(-1) ?? '']
}
