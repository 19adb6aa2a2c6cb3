import { createHash } from 'node:crypto'
import type { Tx } from '../database.ts'
import { canonicalJson } from './canonical-json.ts'
import { storable } from './storable.ts'

/** SHA-256 of the facts' one text, lower case hexadecimal: what `FactSet.hash` holds. */
export function factsHash(facts: unknown): string {
  return createHash('sha256')
    .update(canonicalJson(storable(facts)))
    .digest('hex')
}

/**
 * Stores facts once per tenant by their content and returns their hashes in the same order. Facts that are there already
 * are only marked as seen again, at most once an hour; the exact time stands in the scan.
 */
export async function storeFacts(
  tx: Tx,
  tenantId: string,
  facts: readonly unknown[],
  seenAt: Date = new Date(),
): Promise<string[]> {
  const texts = facts.map((one) => canonicalJson(storable(one)))
  const hashes = texts.map((text) => createHash('sha256').update(text).digest('hex'))
  // Each once, and always in the same order, so that two transactions with equal facts cannot block each other for good.
  const rows = [...new Map(hashes.map((hash, index) => [hash, texts[index]]))].sort(([a], [b]) => (a < b ? -1 : 1))
  if (rows.length > 0) {
    await tx.$executeRaw`
      INSERT INTO "FactSet" ("tenantId", "hash", "facts", "firstSeenAt", "lastSeenAt")
      SELECT ${tenantId}::uuid, hash, facts::jsonb, ${seenAt}, ${seenAt}
      FROM unnest(${rows.map(([hash]) => hash)}::text[], ${rows.map(([, text]) => text)}::text[]) AS given(hash, facts)
      ON CONFLICT ("tenantId", "hash") DO UPDATE SET "lastSeenAt" = excluded."lastSeenAt"
      WHERE "FactSet"."lastSeenAt" < excluded."lastSeenAt" - interval '1 hour'`
  }
  return hashes
}
