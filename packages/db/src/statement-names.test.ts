import { expect, test } from 'vitest'
import { statementNames } from './statement-names.ts'

test('gives equal texts one name and different texts different ones', () => {
  const nameOf = statementNames()
  expect(nameOf({ sql: 'select 1' })).toBe(nameOf({ sql: 'select 1' }))
  expect(nameOf({ sql: 'select 1' })).not.toBe(nameOf({ sql: 'select 2' }))
})

test('names no more texts than it may, and keeps the names it gave', () => {
  const nameOf = statementNames(2)
  const [first, , third] = ['a', 'b', 'c'].map((sql) => nameOf({ sql }))
  expect(third).toBe('')
  expect(nameOf({ sql: 'a' })).toBe(first)
})
