import type { ApiKey } from '@sundown/db'
import { batched } from '../../batch.ts'
import type { Context } from '../../context.ts'

/** A key without its hash, which the application never reads. */
export type KeyRow = Omit<ApiKey, 'hash'>

/** Every key of a tenant, newest first. */
export const keysOf = (context: Context, tenantId: string): Promise<KeyRow[]> =>
  context.read((tx) => tx.apiKey.findMany({ where: { tenantId }, orderBy: { id: 'desc' }, take: 500 }))

const makers = (context: Context) =>
  batched<KeyRow, string>(
    async (keys) => {
      const members = await context.read((tx) =>
        tx.member.findMany({
          where: {
            tenantId: { in: keys.map((key) => key.tenantId) },
            userId: { in: keys.map((key) => key.createdBy) },
          },
          select: { tenantId: true, userId: true, user: { select: { name: true } } },
        }),
      )
      const names = new Map(members.map(({ tenantId, userId, user }) => [`${tenantId}${userId}`, user.name]))
      return keys.map((key) => names.get(`${key.tenantId}${key.createdBy}`) ?? null)
    },
    ({ tenantId, createdBy }) => `${tenantId}${createdBy}`,
  )

/** Who made a key, while that person belongs to the tenant. */
export const makerOf = (context: Context, key: KeyRow): Promise<string | null> => context.once(makers)(key)
