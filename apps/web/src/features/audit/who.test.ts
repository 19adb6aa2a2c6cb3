import { expect, test } from 'vitest'
import { whoOf } from './who.ts'

test.each([
  ['Anna <anna@example.com>', { name: 'Anna', email: 'anna@example.com' }],
  ['A <b> c <anna@example.com>', { name: 'A <b> c', email: 'anna@example.com' }],
  [' <anna@example.com>', { name: 'anna@example.com', email: 'anna@example.com' }],
  ['pipeline', { name: 'pipeline', email: null }],
  [null, { name: '', email: null }],
])('%j is %j', (text, who) => {
  expect(whoOf(text)).toEqual(who)
})
