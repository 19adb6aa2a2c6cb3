import { createEndpoint, createTenant } from '@sundown/db/testing'
import { newKey } from '../src/access/key-viewer.ts'
import {
  guestPermissions,
  keyPermissions,
  memberPermissions,
  narrowedPermissions,
  type Permission,
  rolePermissions,
  roles,
} from '../src/access/roles.ts'
import { type Api, type Client, client, signIn } from './harness.ts'

/** Somebody who asks for what is a tenant's, and what the table of permissions says they hold there. */
export interface Caller {
  readonly name: string
  readonly client: Client
  /** Nothing to stand on at all; nothing in this tenant; or what is held in it. */
  readonly holds: 'nobody' | 'nothing' | ReadonlySet<Permission>
  /** Whether only a part of the tenant is within reach, in which nothing of the matrix lies. */
  readonly narrowed: boolean
  readonly isPerson: boolean
  /** Comes by way of a partner. */
  readonly isGuest: boolean
}

/** Every kind of caller that there is. The tenant is a partner, so that it can be a customer of another one as well. */
export async function everyCaller(api: Api, tenantId: string): Promise<Caller[]> {
  const { database } = api.db
  const within = <T>(id: string, work: Parameters<typeof database.asTenants<T>>[1]) =>
    database.asTenants({ tenants: [id], user: null }, work)
  const inside = await createEndpoint(database, { tenantId, host: 'the-only-one-in-reach.example.com' })
  const scope = { include: { groups: [], endpoints: [inside.id] }, exclude: { groups: [], endpoints: [] } }
  const day = 86_400_000
  const at = (days: number) => new Date(Date.now() + days * day)
  const callers: Caller[] = []
  const add = (name: string, who: Client, holds: Caller['holds'], more: Partial<Caller> = {}) =>
    callers.push({ name, client: who, holds, narrowed: false, isPerson: true, isGuest: false, ...more })

  add('nobody', client(api.url), 'nobody', { isPerson: false })
  const { tenant: other } = await createTenant(database)
  add('owner of another tenant', await signIn(api, [{ tenantId: other.id, role: 'OWNER' }]), 'nothing')

  const member = async (change: object) => {
    const person = await signIn(api, [{ tenantId, role: 'ADMIN' }])
    await within(tenantId, (tx) => tx.member.updateMany({ where: { userId: person.userId }, data: change }))
    return person
  }
  for (const role of roles) add(role, await signIn(api, [{ tenantId, role }]), rolePermissions[role])
  add('ADMIN whose membership is over', await member({ expiresAt: at(-1) }), 'nothing')
  add('ADMIN narrowed to a scope', await member({ scope }), narrowedPermissions(rolePermissions.ADMIN), {
    narrowed: true,
  })
  const patterns = ['tenant.read', 'audit.read', 'policy.*']
  const { id: customRoleId } = await within(tenantId, (tx) =>
    tx.customRole.create({ data: { tenantId, name: 'Auditor of policies', permissions: patterns } }),
  )
  add('member with a role of the tenant’s own', await member({ customRoleId }), memberPermissions('ADMIN', patterns))

  const technician = async (change: object = {}, assigned = true, withinScope: object | null = null) => {
    const { tenant: partner } = await createTenant(database, { kind: 'PARTNER' })
    const person = await signIn(api, [{ tenantId: partner.id, role: 'VIEWER' }])
    const names = { customerName: 'C', partnerName: 'P' }
    const { id } = await within(partner.id, (tx) =>
      tx.delegation.create({
        data: { tenantId, partnerId: partner.id, ...names, role: 'ADMIN', days: 30, requestedBy: 'x' },
      }),
    )
    const standing = { status: 'ACTIVE' as const, decidedAt: at(-2), decidedBy: 'x', expiresAt: at(20) }
    await within(tenantId, (tx) => tx.delegation.updateMany({ where: { id }, data: { ...standing, ...change } }))
    const mine = { tenantId: partner.id }
    const groupId = await within(partner.id, async (tx) => {
      const group = await tx.technicianGroup.create({ data: { ...mine, name: 'Team' } })
      const found = await tx.member.findFirstOrThrow({ where: { ...mine, userId: person.userId } })
      await tx.technicianGroupMember.create({ data: { ...mine, groupId: group.id, memberId: found.id } })
      if (assigned)
        await tx.delegationAssignment.create({
          data: {
            ...mine,
            groupId: group.id,
            customerId: tenantId,
            delegationId: id,
            role: 'ADMIN',
            ...(withinScope ? { scope: withinScope } : {}),
          },
        })
      return group.id
    })
    return { person, partnerId: partner.id, groupId }
  }
  const asGuest = { isGuest: true }
  add('technician', (await technician()).person, guestPermissions('ADMIN'), asGuest)
  add(
    'technician with a lesser ceiling',
    (await technician({ role: 'VIEWER' })).person,
    guestPermissions('VIEWER'),
    asGuest,
  )
  add('technician, delegation expired', (await technician({ expiresAt: at(-1) })).person, 'nothing')
  add('technician, delegation ended', (await technician({ status: 'ENDED' })).person, 'nothing')
  add('technician, never approved', (await technician({ status: 'REQUESTED' })).person, 'nothing')
  add('technician, not assigned', (await technician({}, false)).person, 'nothing')
  const narrow = { narrowed: true, isGuest: true }
  const narrowGuest = narrowedPermissions(guestPermissions('ADMIN'))
  add('technician, delegation narrowed', (await technician({ scope })).person, narrowGuest, narrow)
  add('technician, assignment narrowed', (await technician({}, true, scope)).person, narrowGuest, narrow)

  const key = async (change: object = {}, owner = tenantId) => {
    const made = newKey(owner)
    const data = { name: 'K', scopes: ['*'], ipRanges: [], createdBy: 'x', expiresAt: at(20), ...change }
    await within(owner, (tx) =>
      tx.apiKey.create({ data: { tenantId: owner, prefix: made.prefix, hash: made.hash, ...data } }),
    )
    return keyClient(api.url, made.key)
  }
  const program = { isPerson: false }
  add('key', await key(), keyPermissions(['*']), program)
  add('key that only reads', await key({ scopes: ['*.read'] }), keyPermissions(['*.read']), program)
  add('key used from one of its addresses', await key({ ipRanges: ['127.0.0.0/8'] }), keyPermissions(['*']), program)
  const narrowKey = narrowedPermissions(keyPermissions(['*']))
  add('key narrowed to a scope', await key({ scope }), narrowKey, { ...program, narrowed: true })
  add('key that was revoked', await key({ revokedAt: at(-1) }), 'nobody', program)
  add('key that is over', await key({ expiresAt: at(-1) }), 'nobody', program)
  add('key used from elsewhere', await key({ ipRanges: ['192.0.2.0/24'] }), 'nobody', program)
  add('key that never was', keyClient(api.url, newKey(tenantId).key), 'nobody', program)
  add('key of another tenant', await key({}, other.id), 'nothing', program)
  const guest = await technician()
  const guestKey = { groupId: guest.groupId }
  add('key of a partner’s group', await key(guestKey, guest.partnerId), guestPermissions('ADMIN'), {
    ...program,
    ...asGuest,
  })
  const lapsed = await technician({ expiresAt: at(-1) })
  add(
    'key of a group whose delegation expired',
    await key({ groupId: lapsed.groupId }, lapsed.partnerId),
    'nothing',
    program,
  )
  return callers
}

/** Somebody who sends a key with everything. */
function keyClient(url: string, key: string): Client {
  const self = client(url)
  const { post } = self
  return Object.assign(self, {
    key,
    post: (path: string, body: unknown, headers = {}) =>
      post(path, body, { ...headers, authorization: `Bearer ${key}` }),
  })
}

/** Headers by which a caller is known outside of GraphQL. */
export const headersOf = (who: Client & { readonly key?: string }): Record<string, string> =>
  who.key ? { authorization: `Bearer ${who.key}` } : who.cookie ? { cookie: who.cookie } : {}
