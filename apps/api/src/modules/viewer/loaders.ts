import { Prisma } from '@sundown/db'
import type { Role } from '../../access/roles.ts'
import { reachableTenants, roleIn } from '../../access/viewer.ts'
import type { Context } from '../../context.ts'
import type { PageWindow } from '../../graphql/page.ts'
import { keysetSql } from '../../paging/keyset-sql.ts'
import { type TenantRow, tenantColumns } from '../tenant/index.ts'

const byName = { name: 'name', type: 'text', nullable: false } as const

/** The viewer's tenants in a window, each with the role. */
export async function viewerTenants(context: Context, window: PageWindow): Promise<{ node: TenantRow; role: Role }[]> {
  const ids = [...reachableTenants(context.viewer)]
  if (ids.length === 0) return []
  const { behind, order } = keysetSql('t', byName, 'ASC', window)
  const rows = await context.rows<TenantRow>(Prisma.sql`
    SELECT ${tenantColumns} FROM "Tenant" t WHERE t."id" = ANY (${ids}::uuid[]) AND ${behind}
    ORDER BY ${order} LIMIT ${window.take}`)
  return rows.map((node) => ({ node, role: roleIn(context.viewer, node.id) ?? 'VIEWER' }))
}
