import { expect, test } from 'vitest'
import { buildFacts, modern12 } from '../../test/support/build-facts.ts'
import { catalogue } from '../rules/catalogue.ts'
import { goalsOf, guessStack, remedies, remediesFor, stacks } from './index.ts'

test('every stack has a remedy, and every remedy says how to check, roll back and what may break, in both languages', () => {
  expect(stacks.filter((stack) => !remedies.some((remedy) => remedy.stack === stack))).toEqual([])
  expect(new Set(remedies.map((remedy) => remedy.id)).size).toBe(remedies.length)
  for (const remedy of remedies) {
    for (const text of [remedy.set, remedy.check, remedy.rollBack]) expect(text.length, remedy.id).toBeGreaterThan(10)
    for (const text of [remedy.title, remedy.mayBreak]) {
      expect(text.en.length, remedy.id).toBeGreaterThan(10)
      expect(text.da, remedy.id).not.toBe(text.en)
    }
  }
})

test('every goal belongs to a rule that exists', () => {
  const known = catalogue.map(({ rule }) => rule.id)
  expect(known.filter((id) => goalsOf(id).length > 0).length).toBeGreaterThan(30)
})

test('Windows remedies set the client and the server side, and the 32-bit keys too', () => {
  const on = remediesFor('offers-tls-1-2', 'windows-server')[0]
  expect(on?.set).toContain("'Client','Server'")
  const dotnet = remediesFor('offers-tls-1-2', 'dotnet')[0]
  expect(dotnet?.set).toContain('Wow6432Node')
})

test('Exchange is cured in Windows and .NET as well', () => {
  expect(new Set(remediesFor('offers-tls-1-2', 'exchange').map((remedy) => remedy.stack))).toEqual(
    new Set(['exchange', 'windows-server', 'dotnet']),
  )
})

test('a banner suggests the stack', () => {
  const facts = (banner: string) =>
    buildFacts({
      versions: { 'TLSv1.2': modern12 },
      overrides: { starttls: { kind: 'smtp', offered: { value: true, reason: null, evidence: [] }, banner } },
    })
  expect(guessStack(facts('220 mail.example.com ESMTP Postfix (Debian)'))).toBe('postfix')
  expect(guessStack(facts('220 mx Microsoft ESMTP MAIL Service ready'))).toBe('exchange')
  expect(guessStack(facts('220 mail.example.com'))).toBeNull()
})
