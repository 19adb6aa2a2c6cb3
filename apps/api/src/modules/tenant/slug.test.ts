import { expect, it } from 'vitest'
import { slugOf } from './slug.ts'

it.each([
  ['Contoso', 'contoso'],
  ['Hjørring Kommune A/S', 'hjoerring-kommune-a-s'],
  ['  Ærø & Ålborg ', 'aeroe-aalborg'],
  ['Société Générale', 'societe-generale'],
  ['日本', 'tenant'],
  ['a'.repeat(60), 'a'.repeat(40)],
])('writes %s as %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})
