import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

test('writes the example of RFC 8785 section 3.2.4', () => {
  const value = JSON.parse(
    '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
  )
  expect(canonicalJson(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
})

test('sorts keys by their UTF-16 code units, as RFC 8785 section 3.2.3 shows', () => {
  const value = { '€': 1, '\r': 2, '\uFB33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 }
  expect(Object.values(JSON.parse(canonicalJson(value)))).toHaveLength(7)
  expect([...canonicalJson(value).matchAll(/:(\d)/g)].map((match) => match[1])).toEqual([
    '2',
    '4',
    '6',
    '7',
    '1',
    '5',
    '3',
  ])
})

test('does not depend on the order in which members were set', () => {
  expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe(canonicalJson({ a: null, b: [{ c: 2, d: 1 }] }))
})

test('leaves undefined members out and tells array order apart', () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}')
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]))
})

test('refuses what JSON cannot say', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, undefined, 1n, () => 1, [undefined]]) {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  }
})
