import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './start/settings.ts'

const page = readFileSync(join(root, 'docs/threat-model.md'), 'utf8')
const named = [...page.matchAll(/`([^`]+\.ts)` › "([^"]+)"/g)].map(([, file, title]) => ({
  file: file as string,
  title: title as string,
}))

it('names tests that exist', () => {
  expect(named.length).toBeGreaterThan(50)
  const missing = named.filter(({ file, title }) => {
    const path = join(root, file)
    return !existsSync(path) || !titlesOf(readFileSync(path, 'utf8')).has(title)
  })
  expect(missing).toEqual([])
})

it('names a test for every threat', () => {
  const rows = page.split('\n').filter((line) => line.startsWith('| ') && line.split('|').length === 5)
  const threats = rows.filter((line) => !/^\| (threat|-+|who) /.test(line) && !line.startsWith('| --'))
  const tables = page.slice(page.indexOf('## Tenants'))
  const bare = threats.filter((line) => tables.includes(line) && !line.includes('` › "'))
  expect(threats.length).toBeGreaterThan(30)
  expect(bare).toEqual([])
})

/** What its tests and groups of tests are called. */
function titlesOf(source: string): ReadonlySet<string> {
  const calls = source.matchAll(/\b(?:it|test|describe)(?:\.\w+)*(?:<[^>]*>)?\s*\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gs)
  const each = source.matchAll(/\)\s*\(\s*(['"`])((?:\\.|(?!\1).)*)\1\s*,\s*(?:async\s*)?\(/gs)
  return new Set([...calls, ...each].map(([, , title]) => (title ?? '').replaceAll(/\\(['"`])/g, '$1')))
}
