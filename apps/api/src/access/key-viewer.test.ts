import { describe, expect, it } from 'vitest'
import { isRange, isWithin, newKey } from './key-viewer.ts'
import { guestPermissions, lesserRole, matchingPermissions } from './roles.ts'

describe('address ranges', () => {
  it('hold what lies in them, in both families and through mapped addresses', () => {
    expect(isWithin('192.0.2.7', ['192.0.2.0/24'])).toBe(true)
    expect(isWithin('::ffff:192.0.2.7', ['192.0.2.0/24'])).toBe(true)
    expect(isWithin('2001:db8::1', ['192.0.2.0/24', '2001:db8::/32'])).toBe(true)
    expect(isWithin('198.51.100.1', ['192.0.2.0/24', '2001:db8::/32'])).toBe(false)
    expect(isWithin('', ['0.0.0.0/0'])).toBe(false)
    expect(isWithin('198.51.100.1', [])).toBe(true)
  })
  it.each(['192.0.2.0/24', '::/0', '10.0.0.1/32'])('takes %s', (text) => expect(isRange(text)).toBe(true))
  it.each(['192.0.2.0', '192.0.2.0/33', 'x/8', '10.0.0.0/8/8', '::/129', '/8', '10.0.0.0/-1'])('refuses %s', (text) =>
    expect(isRange(text)).toBe(false),
  )
})

describe('permissions', () => {
  it('match patterns as a whole', () => {
    expect([...matchingPermissions(['endpoint.*'])]).toEqual(['endpoint.write'])
    expect([...matchingPermissions(['*.read'])]).toEqual(['tenant.read', 'audit.read', 'member.read'])
    expect([...matchingPermissions(['endpoint', 'a.b(c'])]).toEqual([])
  })
  it('leave the giving of access to the tenant’s own people', () => {
    for (const permission of ['member.write', 'key.write', 'delegation.write'] as const)
      expect(guestPermissions('OWNER').has(permission)).toBe(false)
  })
  it('take the lesser of two roles', () => {
    expect(lesserRole('OWNER', 'VIEWER')).toBe('VIEWER')
    expect(lesserRole('OPERATOR', 'ADMIN')).toBe('OPERATOR')
  })
})

it('makes keys that name their tenant and are never the same', () => {
  const tenantId = '019384aa-0000-7000-8000-000000000001'
  const [a, b] = [newKey(tenantId), newKey(tenantId)]
  expect(a.key).toMatch(/^sundown\.[\w-]{22}\.[\w-]{43}$/)
  expect(a.key.startsWith(a.prefix)).toBe(true)
  expect(a.key.slice(0, 31)).toBe(b.key.slice(0, 31))
  expect(a.hash).not.toBe(b.hash)
})
