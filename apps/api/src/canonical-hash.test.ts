import { expect, it } from 'vitest'
import { canonicalHash } from './canonical-hash.ts'

it('does not depend on the order of keys, but on everything else', () => {
  expect(canonicalHash({ a: 1, b: [{ c: 'x', d: null }] })).toBe(canonicalHash({ b: [{ d: null, c: 'x' }], a: 1 }))
  expect(canonicalHash({ a: [1, 2] })).not.toBe(canonicalHash({ a: [2, 1] }))
  expect(canonicalHash({ a: '1' })).not.toBe(canonicalHash({ a: 1 }))
})

it('is the digest of the canonical form', () => {
  // printf '%s' '{"a":[1,null],"b":"æ"}' | sha256sum
  expect(canonicalHash({ b: 'æ', a: [1, null], left: undefined })).toBe(
    'f6597e9601ef0ab048e56e089f9f5ef022412706e99066fd2cdceb3dd00236d3',
  )
})
