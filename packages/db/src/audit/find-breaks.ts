import type { Tx } from '../database.ts'

/** One place where a tenant's audit log is not as it was written. */
export interface AuditBreak {
  /** Number of the entry; of a hole, the first that is missing. */
  readonly number: number
  /**
   * `changed`: its fields do not give its hash. `missing`: entries up to `until` are gone. `replaced`: it is not the one that
   * the next entry followed.
   */
  readonly fault: 'changed' | 'missing' | 'replaced'
  readonly until: number | null
}

/** Every break of a tenant's chain, in its order. Inside `asTenants` or `asKeeper` that reaches the tenant. */
export async function findAuditBreaks(tx: Tx, tenantId: string): Promise<AuditBreak[]> {
  const rows = await tx.$queryRaw<Link[]>`
    SELECT * FROM (
      SELECT e."number", e."hash" <> audit_hash(e) AS "changed",
             e."previousHash" <> lag(e."hash", 1, repeat('0', 64)) OVER w AS "loose",
             lag(e."number", 1, 0) OVER w AS "before"
      FROM "AuditEntry" e WHERE e."tenantId" = ${tenantId}::uuid
      WINDOW w AS (ORDER BY e."number")
    ) links
    WHERE "changed" OR "loose" OR "number" <> "before" + 1
    ORDER BY "number"`
  return rows.flatMap(breaksOf)
}

/** Every break of the installation's own log. Inside `asKeeper`. */
export async function findOperatorBreaks(tx: Tx): Promise<AuditBreak[]> {
  const rows = await tx.$queryRaw<Link[]>`
    SELECT * FROM (
      SELECT e."number", e."hash" <> operator_hash(e) AS "changed",
             e."previousHash" <> lag(e."hash", 1, repeat('0', 64)) OVER w AS "loose",
             lag(e."number", 1, 0) OVER w AS "before"
      FROM "OperatorEntry" e
      WINDOW w AS (ORDER BY e."number")
    ) links
    WHERE "changed" OR "loose" OR "number" <> "before" + 1
    ORDER BY "number"`
  return rows.flatMap(breaksOf)
}

interface Link {
  readonly number: number
  readonly changed: boolean
  readonly loose: boolean
  readonly before: number
}

function breaksOf({ number, changed, loose, before }: Link): AuditBreak[] {
  const breaks: AuditBreak[] = []
  if (number > before + 1) breaks.push({ number: before + 1, fault: 'missing', until: number - 1 })
  else if (loose) breaks.push({ number: Math.max(1, before), fault: 'replaced', until: null })
  if (changed) breaks.push({ number, fault: 'changed', until: null })
  return breaks
}

/** Hash of one entry of a tenant; null where there is none. */
export async function auditHashAt(tx: Tx, tenantId: string, number: number): Promise<string | null> {
  const entry = await tx.auditEntry.findUnique({ where: { tenantId_number: { tenantId, number } } })
  return entry?.hash ?? null
}
