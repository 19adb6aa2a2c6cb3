import { Buffer } from 'node:buffer'
import { createHash, randomBytes } from 'node:crypto'
import { BlockList, isIP } from 'node:net'
import type { Database, Scope, Tx } from '@sundown/db'
import { signedOut } from './errors.ts'
import { decodeId, encodeId } from './global-id.ts'
import { type DelegatedRow, guestMembership } from './guest-membership.ts'
import { both, guestPermissions, matchingPermissions, type Permission } from './roles.ts'
import { type Membership, membership, type Viewer } from './viewer.ts'

const touchAfter = 5 * 60_000

/** A new key: it names its tenant, so that looking it up reaches one tenant alone. */
export function newKey(tenantId: string): { key: string; hash: string; prefix: string } {
  const key = `sundown.${encodeId('T', tenantId).slice(2)}.${randomBytes(32).toString('base64url')}`
  return { key, hash: hashOf(key), prefix: key.slice(0, 38) }
}

const hashOf = (key: string) => createHash('sha256').update(key).digest('hex')

/**
 * The viewer that a key stands for, limited to its tenant, its scopes and its addresses; with a group of technicians, it
 * reaches their customers as they do.
 * @throws {DomainError} signed-out, the same for every reason
 */
export async function keyViewer(
  database: Database,
  { key, address, now }: { readonly key: string; readonly address: string; readonly now: Date },
): Promise<Viewer> {
  const [tenantId] = decodeId(`T_${/^sundown\.([\w-]{22})\.[\w-]{43}$/.exec(key)?.[1] ?? ''}`)?.uuids ?? []
  if (!tenantId) throw signedOut()
  return database.asTenants({ tenants: [tenantId], user: null }, async (tx) => {
    const row = await tx.apiKey.findFirst({
      where: { tenantId, hash: hashOf(key), revokedAt: null, expiresAt: { gt: now } },
    })
    if (!row || !isWithin(address, row.ipRanges)) throw signedOut()
    if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() > touchAfter)
      await tx.apiKey.updateMany({ where: { tenantId, id: row.id }, data: { lastUsedAt: now } })
    const wanted = matchingPermissions(row.scopes)
    const scope = row.scope as unknown as Scope | null
    const guests = row.groupId ? await customersOf(tx, { tenantId, groupId: row.groupId, now }) : []
    const own: Membership = {
      tenantId,
      role: wanted.has('endpoint.write') ? 'OPERATOR' : 'VIEWER',
      permissions: guestPermissions('ADMIN'),
      partnerId: null,
      scopes: [],
    }
    return {
      kind: 'KEY',
      id: row.id,
      userId: null,
      name: row.name,
      email: row.prefix,
      isOperator: false,
      memberships: [own, ...guests].map((way) => limited(way, wanted, scope)),
    }
  })
}

const limited = (way: Membership, wanted: ReadonlySet<Permission>, scope: Scope | null): Membership =>
  membership({
    ...way,
    permissions: both(way.permissions, wanted),
    scopes: scope ? [...way.scopes, scope] : way.scopes,
  })

/** The customers that a group of technicians looks after. */
async function customersOf(
  tx: Tx,
  { tenantId, groupId, now }: { readonly tenantId: string; readonly groupId: string; readonly now: Date },
): Promise<Membership[]> {
  const rows = await tx.$queryRaw<DelegatedRow[]>`
    SELECT d."tenantId"::text, d."partnerId"::text, d."role"::text AS ceiling, a."role"::text, d."scope", a."scope" AS within
    FROM "DelegationAssignment" a
    JOIN "Delegation" d ON d."tenantId" = a."customerId" AND d."id" = a."delegationId" AND d."partnerId" = a."tenantId"
    WHERE a."tenantId" = ${tenantId}::uuid AND a."groupId" = ${groupId}::uuid
      AND d."status" = 'ACTIVE' AND d."expiresAt" > ${now}`
  return rows.map(guestMembership)
}

/** Whether an address lies in one of the ranges; no ranges means everywhere. */
export function isWithin(address: string, ranges: readonly string[]): boolean {
  if (ranges.length === 0) return true
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  const family = isIP(plain) === 6 ? 'ipv6' : 'ipv4'
  const list = new BlockList()
  for (const range of ranges) {
    const [network = '', bits = ''] = range.split('/')
    list.addSubnet(network, Number(bits), isIP(network) === 6 ? 'ipv6' : 'ipv4')
  }
  return isIP(plain) !== 0 && list.check(plain, family)
}

/** Whether a text is a CIDR range such as `192.0.2.0/24`. */
export function isRange(text: string): boolean {
  const [network = '', bits = '', ...rest] = text.split('/')
  const most = { 4: 32, 6: 128 }[isIP(network)]
  return most !== undefined && rest.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most
}

/** Bytes of a secret for a link, and the hash that is kept of it. */
export function newToken(): { token: string; hash: string } {
  const token = Buffer.from(randomBytes(32)).toString('base64url')
  return { token, hash: hashOf(token) }
}

export { hashOf as tokenHash }
