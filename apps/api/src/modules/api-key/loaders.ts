import type { ApiKey } from '@sundown/db'
import type { Context } from '../../context.ts'

/** A key without its hash, which the application never reads. */
export type KeyRow = Omit<ApiKey, 'hash'>

/** Every key of a tenant, newest first. */
export const keysOf = (context: Context, tenantId: string): Promise<KeyRow[]> =>
  context.read((tx) => tx.apiKey.findMany({ where: { tenantId }, orderBy: { id: 'desc' }, take: 500 }))
