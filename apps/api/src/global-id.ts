import { Buffer } from 'node:buffer'
import { notFound } from './errors.ts'

/** A row of a tenant table: the tenant leads the key, so that every lookup by id is one index probe. */
export interface TenantKey {
  readonly tenantId: string
  readonly id: string
}

const toUuid = (bytes: Buffer) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** `Endpoint_` and the base64url of the key's bytes: short in an address bar, opaque to callers. */
export function encodeId(typename: string, ...uuids: readonly string[]): string {
  return `${typename}_${Buffer.from(uuids.join('').replaceAll('-', ''), 'hex').toString('base64url')}`
}

export const encodeKey = (typename: string, key: TenantKey): string => encodeId(typename, key.tenantId, key.id)

/** The type and uuids inside a global id; null for anything that was not made here. */
export function decodeId(globalId: string): { typename: string; uuids: readonly string[] } | null {
  const at = globalId.indexOf('_')
  const bytes = Buffer.from(globalId.slice(at + 1), 'base64url')
  if (at < 1 || bytes.length === 0 || bytes.length % 16 !== 0) return null
  const uuids = Array.from({ length: bytes.length / 16 }, (_, i) => toUuid(bytes.subarray(i * 16, i * 16 + 16)))
  const typename = globalId.slice(0, at)
  return encodeId(typename, ...uuids) === globalId ? { typename, uuids } : null
}

/** @throws {DomainError} not-found where the id is not one of that type */
export function keyOf(typename: string, globalId: string, path: readonly string[]): TenantKey {
  const decoded = decodeId(globalId)
  const [tenantId, id] = decoded?.uuids ?? []
  if (decoded?.typename !== typename || decoded.uuids.length !== 2 || !tenantId || !id)
    throw notFound(typename.toLowerCase(), path)
  return { tenantId, id }
}

/** @throws {DomainError} not-found where the id is not a tenant's */
export function tenantIdOf(globalId: string, path: readonly string[]): string {
  const decoded = decodeId(globalId)
  const [tenantId] = decoded?.uuids ?? []
  if (decoded?.typename !== 'Tenant' || decoded.uuids.length !== 1 || !tenantId) throw notFound('tenant', path)
  return tenantId
}
