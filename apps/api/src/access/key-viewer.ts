import { Buffer } from 'node:buffer'
import { createHash, randomBytes } from 'node:crypto'
import { BlockList, isIP } from 'node:net'
import { type Database, Prisma, type Scope } from '@sundown/db'
import { signedOut } from '../errors.ts'
import { decodeId, encodeId } from '../global-id.ts'
import { type DelegatedRow, delegatedColumns, guestMembership } from './guest-membership.ts'
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
  const [row] = await database.door<KeyRow>(Prisma.sql`
    SELECT k."id", k."name", k."prefix", k."scopes", k."scope", k."ipRanges", k."lastUsedAt",
      (SELECT json_agg(w) FROM (
        SELECT ${delegatedColumns}
        FROM "DelegationAssignment" a
        JOIN "Delegation" d ON d."tenantId" = a."customerId" AND d."id" = a."delegationId" AND d."partnerId" = a."tenantId"
        WHERE a."tenantId" = k."tenantId" AND a."groupId" = k."groupId" AND d."status" = 'ACTIVE' AND d."expiresAt" > ${now}
      ) w) AS guest
    FROM "ApiKey" k
    WHERE k."tenantId" = ${tenantId}::uuid AND k."hash" = ${hashOf(key)} AND k."revokedAt" IS NULL AND k."expiresAt" > ${now}`)
  if (!row || !isWithin(address, row.ipRanges)) throw signedOut()
  const { id, name, prefix, scope, lastUsedAt } = row
  if (!lastUsedAt || now.getTime() - lastUsedAt.getTime() > touchAfter)
    await database.asTenants({ tenants: [tenantId], user: null }, (tx) =>
      tx.apiKey.updateMany({ where: { tenantId, id }, data: { lastUsedAt: now } }),
    )
  const wanted = matchingPermissions(row.scopes)
  const own: Membership = {
    tenantId,
    role: wanted.has('endpoint.write') ? 'OPERATOR' : 'VIEWER',
    permissions: guestPermissions('ADMIN'),
    partnerId: null,
    scopes: [],
  }
  return {
    kind: 'KEY',
    id,
    userId: null,
    name,
    email: prefix,
    isOperator: false,
    memberships: [own, ...(row.guest ?? []).map(guestMembership)].map((way) => limited(way, wanted, scope)),
  }
}

interface KeyRow {
  readonly id: string
  readonly name: string
  readonly prefix: string
  readonly scopes: readonly string[]
  readonly scope: Scope | null
  readonly ipRanges: readonly string[]
  readonly lastUsedAt: Date | null
  /** Customers of the group of technicians that the key is tied to. */
  readonly guest: DelegatedRow[] | null
}

const limited = (way: Membership, wanted: ReadonlySet<Permission>, scope: Scope | null): Membership =>
  membership({
    ...way,
    permissions: both(way.permissions, wanted),
    scopes: scope ? [...way.scopes, scope] : way.scopes,
  })

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
