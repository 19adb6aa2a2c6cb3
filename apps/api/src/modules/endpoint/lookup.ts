import { beyondScope, type Tx } from '@sundown/db'
import { DomainError, isDomainError, notFound, outOfScope } from '../../errors.ts'
import { encodeKey, type TenantKey } from '../../global-id.ts'
import type { EndpointRow } from './loaders.ts'

/** Endpoints that one tenant may watch. */
const maxEndpoints = 100_000

/** @throws {DomainError} not-found */
export async function endpointOrThrow(
  tx: Tx,
  { tenantId, id }: TenantKey,
  path: readonly string[],
  state: 'watched' | 'deleted' = 'watched',
): Promise<EndpointRow> {
  const deletedAt = state === 'watched' ? null : { not: null }
  const row = await tx.endpoint.findFirst({ where: { tenantId, id, deletedAt } })
  if (!row) throw notFound('endpoint', path)
  return row
}

type Peer = Pick<EndpointRow, 'tenantId' | 'host' | 'port' | 'serverName' | 'starttls'>

/**
 * Two writers at once take turns, so that the second sees the first's row.
 * @throws {DomainError} conflict, with the id of the endpoint that is there
 */
export async function refuseDuplicate(
  tx: Tx,
  { tenantId, host, port, serverName, starttls, id }: Peer & { readonly id?: string },
  path: readonly string[] = ['address'],
): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`endpoint ${tenantId} ${host} ${port}`}, 0))`
  const same = await tx.endpoint.findFirst({
    where: { tenantId, host, port, serverName, starttls, deletedAt: null, ...(id ? { id: { not: id } } : {}) },
  })
  if (!same) return
  const params = { id: encodeKey('Endpoint', same) }
  throw new DomainError('conflict', [{ code: 'DUPLICATE', message: 'This endpoint is watched already.', path, params }])
}

/**
 * The same for what a narrowed writer does not see: an endpoint that is there beyond the scope may not be told of.
 * @throws {DomainError} forbidden
 */
export async function refuseHidden(tx: Tx, peer: Peer & { readonly id?: string }, path = ['address']): Promise<void> {
  const duplicate = await beyondScope(tx, () =>
    refuseDuplicate(tx, peer).then(
      () => false,
      (error: unknown) => {
        if (isDomainError(error)) return true
        throw error
      },
    ),
  )
  if (duplicate) throw outOfScope(path)
}

/**
 * Whether an endpoint lies in the writer's scope shows once it is written.
 * @throws {DomainError} forbidden
 */
export async function refuseOutside(tx: Tx, { tenantId, id }: TenantKey, path = ['address']): Promise<void> {
  if (!(await tx.endpoint.findFirst({ where: { tenantId, id }, select: { id: true } }))) throw outOfScope(path)
}

/** @throws {DomainError} limit */
export async function refuseTooMany(tx: Tx, tenantId: string): Promise<void> {
  if ((await tx.endpoint.count({ where: { tenantId, deletedAt: null } })) < maxEndpoints) return
  const message = `A tenant watches at most ${maxEndpoints} endpoints.`
  throw new DomainError('limit', [{ code: 'LIMIT', message, path: [], params: { max: maxEndpoints } }])
}
