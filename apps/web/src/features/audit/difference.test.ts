import { expect, test } from 'vitest'
import { differencesOf } from './difference.ts'

test('only fields that changed are told, each with both sides', () => {
  expect(differencesOf({ name: 'Old', cloud: 'GCC' }, { name: 'New', cloud: 'GCC' })).toEqual([
    { name: 'name', before: 'Old', after: 'New' },
  ])
})

test('a field that came or went has one side', () => {
  expect(differencesOf({ label: 'x' }, { tags: ['a', 'b'] })).toEqual([
    { name: 'label', before: 'x', after: undefined },
    { name: 'tags', before: undefined, after: 'a, b' },
  ])
})

test('null is a value, and nothing on either side is no difference', () => {
  expect(differencesOf({ end: null }, { end: '2026-01-01' })).toEqual([
    { name: 'end', before: 'null', after: '2026-01-01' },
  ])
  expect(differencesOf(null, undefined)).toEqual([])
})
