import { type ApplicableDeadline, type Cloud, type Deadline, deadlinesFor } from '@sundown/core/deadlines'
import { starttlsKinds } from '@sundown/core/target'
import type { Context } from '../../context.ts'
import { presentDeadlines } from '../../judging/rulings.ts'
import type { EndpointRow } from '../endpoint/index.ts'
import { rulings } from '../policy/index.ts'

type Subject = Pick<EndpointRow, 'tenantId' | 'role' | 'starttls' | 'port'>

/** Dates that concern an endpoint: those to come first, then those in force. */
export async function deadlinesOf(context: Context, endpoint: Subject): Promise<readonly ApplicableDeadline[]> {
  const { tenantId, role, starttls, port } = endpoint
  const { cloud, deadlines } = await rulings(context, tenantId)
  const subject = { role, starttls: starttlsKinds.find((kind) => kind === starttls) ?? null, port, cloud }
  return deadlinesFor(subject, context.app.now(), deadlines)
}

/** The next announced date over all watched endpoints, else the earliest possible one; null without endpoints. */
export async function nextDeadlineOf(context: Context, tenantId: string): Promise<ApplicableDeadline | null> {
  const kinds = await context.read((tx) =>
    tx.endpoint.groupBy({ by: ['role', 'starttls', 'port'], where: { tenantId, deletedAt: null } }),
  )
  const lists = await Promise.all(kinds.map((kind) => deadlinesOf(context, { tenantId, ...kind })))
  const coming = lists
    .flat()
    .filter((deadline) => deadline.daysLeft >= 0)
    .sort((a, b) => Number(a.earliest) - Number(b.earliest) || a.daysLeft - b.daysLeft)
  return coming[0] ?? null
}

/** Every deadline of a cloud, newest first, those that were replaced included. */
export async function allDeadlines(context: Context, cloud: Cloud | null): Promise<ApplicableDeadline[]> {
  const records = await context.read(presentDeadlines)
  const today = Date.parse(context.app.now().toISOString().slice(0, 10))
  return records
    .filter((record) => cloud === null || record.clouds.includes(cloud))
    .map((record) => applicable(record, today))
    .sort((a, b) => b.date.localeCompare(a.date))
}

/** A record beside the days that are left. */
export const applicable = (record: Deadline, today: number): ApplicableDeadline => ({
  ...record,
  daysLeft: Math.round((Date.parse(record.date) - today) / 86_400_000),
  earliest: false,
})
