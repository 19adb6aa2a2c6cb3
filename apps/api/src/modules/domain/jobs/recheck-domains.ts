import type { Connections } from '../../../connections.ts'
import type { CheckDomain } from '../../../probing/check-domain.ts'
import { afterCheck } from '../after-check.ts'
import type { ProofRow } from '../loaders.ts'
import { settings } from '../lookup.ts'

/** How often a proof is looked for. */
const everyMs = 6 * 3_600_000
/** How long one that nobody placed is waited for. */
const forgetMs = 30 * 86_400_000
const atOnce = 8

/**
 * Looks again for every proof that was not looked for lately: one that is gone lapses, with an entry in its tenant's audit
 * log; one that was never placed is found without anybody pressing a button.
 */
export async function recheckDomains(
  { database, now, log }: Connections,
  checkDomain: CheckDomain,
  stop: AbortSignal,
): Promise<void> {
  const time = now().getTime()
  const due = await database.asKeeper((tx) =>
    tx.domainProof.findMany({
      where: {
        OR: [{ checkedAt: null }, { checkedAt: { lt: new Date(time - everyMs) } }],
        NOT: { verifiedAt: null, createdAt: { lt: new Date(time - forgetMs) } },
      },
      orderBy: { checkedAt: { sort: 'asc', nulls: 'first' } },
      take: 10_000,
    }),
  )
  const check = async (proof: ProofRow): Promise<boolean> => {
    const checked = await checkDomain(proof)
    return database.asTenants({ tenants: [proof.tenantId], user: null }, async (tx) => {
      const data = afterCheck(proof, checked, now())
      const key = { tenantId: proof.tenantId, id: proof.id }
      // Not where somebody has looked meanwhile.
      const { count } = await tx.domainProof.updateMany({ where: { ...key, checkedAt: proof.checkedAt }, data })
      const lapses = count > 0 && data.lapsedAt !== null && proof.lapsedAt === null
      if (lapses)
        await tx.auditEntry.createMany({
          data: {
            tenantId: proof.tenantId,
            actorKind: 'SYSTEM',
            action: 'domainProofLapse',
            subjectKind: 'DomainProof',
            subjectId: proof.id,
            before: plain(settings(proof)),
            after: plain({ ...settings({ ...proof, ...data }), failure: data.failure }),
          },
        })
      return lapses
    })
  }
  let lapsed = 0
  for (let at = 0; at < due.length; at += atOnce) {
    stop.throwIfAborted()
    const some = await Promise.all(due.slice(at, at + atOnce).map(check))
    lapsed += some.filter(Boolean).length
  }
  if (due.length > 0) log.info({ domains: due.length, lapsed }, 'domains looked for again')
}

const plain = (value: object) => JSON.parse(JSON.stringify(value)) as Record<string, string>
