import { permit } from '../access/viewer.ts'
import { audit } from '../audit.ts'
import type { Context } from '../context.ts'
import type { Download } from './download.ts'
import { linesOf, tablesOf } from './export-rows.ts'
import { zipOf } from './zip.ts'

export const exportFormats = ['ndjson', 'csv'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Everything of a tenant, to take along: as JSON lines, or as an archive of comma-separated values. */
export async function tenantExport(ctx: Context, tenantId: string, format: ExportFormat): Promise<Download> {
  permit(ctx.viewer, tenantId, 'tenant.export')
  const slug = await ctx.write(async (tx) => {
    await audit(tx, ctx, { tenantId, action: 'tenantExport', after: { format } })
    return (await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { slug: true } })).slug
  })
  const now = ctx.app.now()
  const name = `${slug}-${now.toISOString().slice(0, 10)}`
  const rows = ctx.app.exportTenant(tenantId)
  return format === 'csv'
    ? { name: `${name}.zip`, type: 'application/zip', content: zipOf(tablesOf(rows), now) }
    : { name: `${name}.ndjson`, type: 'application/x-ndjson; charset=utf-8', content: linesOf(rows) }
}
