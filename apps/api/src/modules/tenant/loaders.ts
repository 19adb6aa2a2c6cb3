import type { Tenant } from '@sundown/db'
import { batched } from '../../batch.ts'
import type { Context } from '../../context.ts'
import { reachableTenants } from '../../viewer.ts'

export type TenantRow = Tenant

const byId = (context: Context) =>
  batched<string, TenantRow>(async (ids) => {
    const reachable = new Set(reachableTenants(context.viewer))
    const wanted = ids.filter((id) => reachable.has(id))
    if (wanted.length === 0) return ids.map(() => null)
    const rows = await context.read((tx) => tx.tenant.findMany({ where: { id: { in: wanted } } }))
    const found = new Map(rows.map((row) => [row.id, row]))
    return ids.map((id) => found.get(id) ?? null)
  })

export const tenantById = (context: Context, id: string): Promise<TenantRow | null> => context.once(byId)(id)

export async function tenantBySlug(context: Context, slug: string): Promise<TenantRow | null> {
  const ids = reachableTenants(context.viewer)
  if (ids.length === 0) return null
  return context.read((tx) => tx.tenant.findFirst({ where: { slug, id: { in: [...ids] } } }))
}
