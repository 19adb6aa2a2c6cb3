import { expect, test } from 'vitest'
import { matching, purposeOf } from './scopes.ts'

const permissions = ['TENANT_READ', 'TENANT_WRITE', 'ENDPOINT_WRITE', 'SCAN_REQUEST'] as const

test.each([
  ['tenant.*', ['TENANT_READ', 'TENANT_WRITE']],
  ['*.write', ['TENANT_WRITE', 'ENDPOINT_WRITE']],
  ['scan.request', ['SCAN_REQUEST']],
  ['tenantxread', []],
  ['*', [...permissions]],
])('the pattern %s covers %j', (pattern, covered) => {
  expect(matching(pattern, permissions)).toEqual(covered)
})

test('scopes are told by their usual purpose in any order, and not when one is missing', () => {
  expect(purposeOf(['scan.*', '*.read', 'endpoint.*'])).toBe('scan')
  expect(purposeOf(['*.read'])).toBe('read')
  expect(purposeOf(['scan.*', '*.read'])).toBeNull()
})
