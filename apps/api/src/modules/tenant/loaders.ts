import { Prisma, type Tenant } from '@sundown/db'
import { reachableTenants } from '../../access/viewer.ts'
import { batched } from '../../batch.ts'
import type { Context } from '../../context.ts'
import { columnsOf } from '../../paging/keyset-sql.ts'

export type TenantRow = Tenant

/** What is read of a tenant that is called `t`. */
export const tenantColumns = columnsOf('t', Prisma.TenantScalarFieldEnum)

const byId = (context: Context) =>
  batched<string, TenantRow>(async (ids) => {
    const reachable = new Set(reachableTenants(context.viewer))
    const wanted = ids.filter((id) => reachable.has(id))
    if (wanted.length === 0) return ids.map(() => null)
    const rows = await context.rows<TenantRow>(
      Prisma.sql`SELECT ${tenantColumns} FROM "Tenant" t WHERE t."id" = ANY (${wanted}::uuid[])`,
    )
    const found = new Map(rows.map((row) => [row.id, row]))
    return ids.map((id) => found.get(id) ?? null)
  })

export function tenantById(context: Context, id: string): Promise<TenantRow | null> {
  context.saw(id)
  return context.once(byId)(id)
}

export async function tenantBySlug(context: Context, slug: string): Promise<TenantRow | null> {
  const ids = reachableTenants(context.viewer)
  if (ids.length === 0) return null
  const [row] = await context.rows<TenantRow>(
    Prisma.sql`SELECT ${tenantColumns} FROM "Tenant" t WHERE t."slug" = ${slug} AND t."id" = ANY (${[...ids]}::uuid[])`,
  )
  if (row) context.saw(row.id)
  return row ?? null
}
