import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { failureTexts } from '../clients/failure-texts.ts'
import { clients, peers, profileName } from '../clients/index.ts'
import { deadlines } from '../deadlines/index.ts'
import { vulnerabilityIds } from '../facts.ts'
import { letterCapTexts, policies } from '../policy/index.ts'
import { remedies } from '../remediation/index.ts'
import { verdictTexts } from '../report/verdict-texts.ts'
import { answerText } from './answer-text.ts'
import { catalogue } from './catalogue.ts'
import { evidenceTexts } from './evidence-texts.ts'
import { findingText } from './finding-text.ts'
import type { LocalText } from './source.ts'
import { unknownReasonTexts } from './unknown-reason-texts.ts'

/** Words that no Danish sentence has. */
const english =
  /\b(the|of|with|and|not|was|were|that|which|from|without|every|an|its|this|before|later|supported|accepted)\b/i

const texts: readonly (readonly [string, LocalText])[] = [
  ...catalogue.flatMap(({ rule, entry }) =>
    (['title', 'why', 'pass', 'fail', 'fix'] as const).map(
      (field) => [`${rule.id} ${field}`, { en: entry.en[field], da: entry.da[field] }] as const,
    ),
  ),
  ...Object.entries(unknownReasonTexts),
  ...Object.entries(failureTexts),
  ...Object.entries(letterCapTexts),
  ...Object.values(evidenceTexts).flatMap((known) => Object.entries(known)),
  ...Object.entries(verdictTexts).flatMap(([id, { meaning }]) => [[id, meaning] as const]),
  ...remedies.flatMap((remedy) => [
    [`${remedy.id} title`, remedy.title] as const,
    [`${remedy.id} mayBreak`, remedy.mayBreak] as const,
  ]),
  ...deadlines.map(({ id, note }) => [id, note] as const),
  ...policies.map(({ id, title }) => [id, { en: title.en, da: title.da }] as const),
]

test('no text that a Danish reader is shown is English', () => {
  expect(texts.length).toBeGreaterThan(500)
  expect(
    texts.filter(([, { da }]) => english.test(da.replace(/\{\w+\}/g, ''))).map(([id, { da }]) => `${id}: ${da}`),
  ).toEqual([])
})

test('names of clients and services have no English around the product', () => {
  const said = [...clients, ...peers].map((profile) => profileName(profile, 'da'))
  expect(said.filter((name) => english.test(name))).toEqual([])
})

test('what the prober puts down as an answer is there in Danish, as far as it is a sentence', () => {
  const folder = join(import.meta.dirname, '../active')
  const sentences = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => [
      ...readFileSync(join(folder, name), 'utf8').matchAll(
        /(?:answer: |saidOf\(\w+, |said\([\w.]+, )(['`])([^'`]* [^'`]*)\1/g,
      ),
    ])
    .map(([, , text]) => text ?? '')
  expect(sentences.length).toBeGreaterThan(5)
  const filled = sentences.map((text) => text.replace(/\$\{[^}]*\}/g, '16'))
  expect(filled.filter((text) => english.test(answerText(text, 'da')))).toEqual([])
})

test('a flaw that was seen is told in Danish, evidence and all', () => {
  for (const id of vulnerabilityIds) {
    const evidence = { answer: 'every malformed record: alert fatal bad_record_mac' }
    const finding = { ruleId: `vulnerable-to-${id}`, outcome: 'fail', severity: 'high', cost: 1, evidence } as const
    expect(english.test(findingText(finding, 'da')?.detail ?? 'the')).toBe(false)
  }
})

test('a service is named in Danish where a finding speaks of it', () => {
  const finding = {
    ruleId: 'completes-handshake-with-peer',
    outcome: 'fail',
    severity: 'critical',
    cost: 60,
    evidence: { peer: 'Microsoft 365 (published list)', result: 'no-group' },
  } as const
  expect(findingText(finding, 'da')?.detail).toContain('Microsoft 365 (offentliggjort liste)')
})
