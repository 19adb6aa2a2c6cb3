import type { Context } from '../../context.ts'
import type { PageWindow } from '../../graphql/page.ts'
import { keyset } from '../../keyset.ts'
import type { Role } from '../../roles.ts'
import { reachableTenants, roleIn } from '../../viewer.ts'
import type { TenantRow } from '../tenant/index.ts'

const byName = { column: 'name', nullable: false }

/** The viewer's tenants in a window, each with the role. */
export async function viewerTenants(context: Context, window: PageWindow): Promise<{ node: TenantRow; role: Role }[]> {
  const ids = [...reachableTenants(context.viewer)]
  if (ids.length === 0) return []
  const { where, orderBy } = keyset(byName, 'asc', window)
  const rows = await context.read((tx) =>
    tx.tenant.findMany({ where: { AND: [{ id: { in: ids } }, where] }, orderBy, take: window.take }),
  )
  return rows.map((node) => ({ node, role: roleIn(context.viewer, node.id) ?? 'VIEWER' }))
}
