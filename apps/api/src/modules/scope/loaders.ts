import type { Picks } from '@sundown/db'
import { batched } from '../../batch.ts'
import type { Context } from '../../context.ts'
import type { EndpointRow } from '../endpoint/index.ts'
import type { GroupRow } from '../endpoint-group/index.ts'

const groupById = (context: Context) =>
  batched<string, GroupRow>(async (ids) => {
    const rows = await context.read((tx) => tx.endpointGroup.findMany({ where: { id: { in: [...ids] } } }))
    const found = new Map(rows.map((row) => [row.id, row]))
    return ids.map((id) => found.get(id) ?? null)
  })

const endpointById = (context: Context) =>
  batched<string, EndpointRow>(async (ids) => {
    const rows = await context.read((tx) => tx.endpoint.findMany({ where: { id: { in: [...ids] } } }))
    const found = new Map(rows.map((row) => [row.id, row]))
    return ids.map((id) => found.get(id) ?? null)
  })

const present = <T>(rows: readonly (T | null)[]): T[] => rows.filter((row): row is Awaited<T> & T => row !== null)

/** The groups of a scope that the viewer sees. */
export const groupsIn = async (context: Context, { groups }: Picks): Promise<GroupRow[]> =>
  present(await Promise.all(groups.map((id) => context.once(groupById)(id))))

/** The endpoints of a scope that the viewer sees. */
export const endpointsIn = async (context: Context, { endpoints }: Picks): Promise<EndpointRow[]> =>
  present(await Promise.all(endpoints.map((id) => context.once(endpointById)(id))))
