import { type ApplicableDeadline, deadlinesFor } from '@sundown/core/deadlines'
import { starttlsKinds } from '@sundown/core/target'
import type { Context } from '../../context.ts'
import type { EndpointRow } from '../endpoint/index.ts'

type Subject = Pick<EndpointRow, 'role' | 'starttls' | 'port'>

/** Dates that concern an endpoint: those to come first, then those in force. */
export const deadlinesOf = ({ app }: Context, { role, starttls, port }: Subject): readonly ApplicableDeadline[] =>
  deadlinesFor({ role, starttls: starttlsKinds.find((kind) => kind === starttls) ?? null, port }, app.now())

/** The next announced date over all watched endpoints, else the earliest possible one; null without endpoints. */
export async function nextDeadlineOf(context: Context, tenantId: string): Promise<ApplicableDeadline | null> {
  const kinds = await context.read((tx) =>
    tx.endpoint.groupBy({ by: ['role', 'starttls', 'port'], where: { tenantId, deletedAt: null } }),
  )
  const coming = kinds
    .flatMap((kind) => deadlinesOf(context, kind))
    .filter((deadline) => deadline.daysLeft >= 0)
    .sort((a, b) => Number(a.earliest) - Number(b.earliest) || a.daysLeft - b.daysLeft)
  return coming[0] ?? null
}
