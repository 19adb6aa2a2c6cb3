import type { Scope } from '@sundown/db'
import { describe, expect, it } from 'vitest'
import { guestMembership } from './guest-membership.ts'
import { guestPermissions, matchingPermissions, type Permission, rolePermissions } from './roles.ts'
import { isNarrowed, type Membership, ownMembership, permissionsIn, scopesOf, type Viewer } from './viewer.ts'

const only = (...endpoints: string[]): Scope => ({
  include: { groups: [], endpoints },
  exclude: { groups: [], endpoints: [] },
})
const endpoints = ['a', 'b', 'c']
const admits = ({ include }: Scope, endpoint: string) => include === 'all' || include.endpoints.includes(endpoint)
const viewer = (memberships: readonly Membership[]) => ({ memberships }) as unknown as Viewer

const guest = (
  role: 'OPERATOR' | 'VIEWER',
  scope: Scope | null,
  within: Scope | null,
  patterns: string[] | null = null,
) => guestMembership({ tenantId: 't', partnerId: 'p', ceiling: 'ADMIN', role, scope, within, patterns })

/** Ways into one tenant, of every kind that there is. */
const ways: readonly Membership[] = [
  ownMembership('t', 'ADMIN'),
  ownMembership('t', 'OPERATOR', { scope: only('a', 'b') }),
  ownMembership('t', 'VIEWER', { scope: only('c') }),
  ownMembership('t', 'VIEWER', { patterns: ['scan.*'] }),
  guest('OPERATOR', only('a', 'b'), only('b', 'c')),
  guest('VIEWER', null, null),
  guest('OPERATOR', only('a'), null, ['tenant.read']),
]

/** Every set of up to three of them. */
const sets = ways.flatMap((one, i) => [
  [one],
  ...ways.slice(i + 1).flatMap((two, j) => [[one, two], ...ways.slice(i + j + 2).map((three) => [one, two, three])]),
])

describe('the ways into a tenant', () => {
  it.each<Permission>(['tenant.read', 'endpoint.write', 'scan.request'])(
    'open for %s what one of those admits that hold it, and nothing else',
    (permission) => {
      for (const set of sets) {
        const open = endpoints.filter((endpoint) =>
          set.some((way) => way.permissions.has(permission) && way.scopes.every((scope) => admits(scope, endpoint))),
        )
        const narrowings = scopesOf(viewer(set), permission)?.t ?? null
        const seen = endpoints.filter(
          (endpoint) =>
            narrowings === null || narrowings.some((scopes) => scopes.every((one) => admits(one, endpoint))),
        )
        expect(seen).toEqual(open)
      }
    },
  )

  it('hold together what each of them holds', () => {
    for (const set of sets) {
      const held = new Set(set.flatMap((way) => [...way.permissions]))
      expect(permissionsIn(viewer(set), 't')).toEqual(held)
    }
  })

  it('hold nothing of the tenant as a whole where they are narrowed, and nothing beyond the ceiling', () => {
    for (const way of ways) {
      if (way.scopes.length > 0) expect([...way.permissions]).not.toContain('member.read')
      if (way.partnerId) for (const one of way.permissions) expect(guestPermissions('ADMIN').has(one)).toBe(true)
    }
    expect(ownMembership('t', 'OWNER', { patterns: [] }).permissions).toEqual(rolePermissions.OWNER)
  })

  it('cost nothing where none is narrowed', () => {
    expect(scopesOf(viewer([ownMembership('t', 'VIEWER'), ownMembership('u', 'OWNER')]), 'tenant.read')).toBeNull()
    expect(scopesOf(null, 'tenant.read')).toBeNull()
    expect(isNarrowed(viewer([ownMembership('t', 'VIEWER')]), 't')).toBe(false)
  })
})

describe('a pattern over permissions', () => {
  it('matches by the whole name, a star standing for any text', () => {
    const matched = (pattern: string) => [...matchingPermissions([pattern])].sort()
    expect(matched('scan.request')).toEqual(['scan.request'])
    expect(matched('*.read')).toEqual(['audit.read', 'member.read', 'tenant.read'])
    expect(matched('endpoint.*')).toEqual(['endpoint.write'])
    expect(matched('tenant')).toEqual([])
    expect(matched('tenant?read')).toEqual([])
    expect(matched('tenantxread')).toEqual([])
    expect(matchingPermissions(['*'])).toEqual(rolePermissions.OWNER)
  })

  it('comes to an end however many stars it has', () => {
    expect(matchingPermissions([`${'*'.repeat(39)}q`]).size).toBe(0)
    expect(matchingPermissions(['*e*e*e*e*e*e*e*e*e*e*e*e*e*e*e*e*e*e*e*q']).size).toBe(0)
    expect(matchingPermissions(['*'.repeat(40)])).toEqual(rolePermissions.OWNER)
  })
})
