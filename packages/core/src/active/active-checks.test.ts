import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { activeChecks } from './active-checks.ts'
import { activeCheckIds } from './ids.ts'

it('the table holds every check of the folder once, in the order of their ids', () => {
  expect(activeChecks.map(({ id }) => id)).toEqual([...activeCheckIds])
  const files = readdirSync(import.meta.dirname).map((name) => name.replace(/\.ts$/, ''))
  expect(files.filter((name) => activeCheckIds.includes(name as never)).length).toBe(activeCheckIds.length)
})

it('no two checks answer the same question', () => {
  const answered = activeChecks.flatMap(({ answers }) => [...answers.vulnerabilities, ...answers.features])
  expect(new Set(answered).size).toBe(answered.length)
})
