import { expect, test } from 'vitest'
import { coveredBy, patternsOf } from './patterns.ts'

test.each([
  ['endpoint.write', ['*.read', 'endpoint.*'], 'endpoint.*'],
  ['tenant.read', ['*.read'], '*.read'],
  ['tenant.read', ['tenant.read'], 'tenant.read'],
  ['tenant.read', ['tenantxread', 'tenant'], undefined],
  ['key.write', ['*'], '*'],
])('%s among %j is covered by %s', (name, patterns, pattern) => {
  expect(coveredBy(name, patterns)).toBe(pattern)
})

test('patterns are written with commas, spaces or lines between, each once', () => {
  expect(patternsOf(' *.read,endpoint.*\n*.READ ')).toEqual(['*.read', 'endpoint.*'])
})
