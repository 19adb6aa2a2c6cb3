import type { Context } from '../../context.ts'
import type { EndpointRow } from '../endpoint/index.ts'

export const labEndpoints = (context: Context, tenantId: string): Promise<EndpointRow[]> =>
  context.read((tx) => tx.endpoint.findMany({ where: { tenantId, origin: 'LAB', deletedAt: null } }))
