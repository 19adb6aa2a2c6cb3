/** `sundown explain RULE`: what a rule asks, why, and what to do. */
import { parseArgs } from 'node:util'
import { policies } from '../../policy/index.ts'
import { catalogue, type Locale, locales } from '../../rules/index.ts'
import type { Output } from './judge.ts'

export const explainUsage = 'sundown explain [RULE] [--language en|da]\n\nWithout a rule: lists all of them.'

/** Runs the command; 0, or 2 on wrong use. */
export function explainCommand(args: readonly string[], output: Output): number {
  let id: string | undefined
  let locale: Locale | undefined
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { language: { type: 'string', default: 'en' } },
      allowPositionals: true,
    })
    id = positionals[0]
    locale = locales.find((one) => one === values.language)
  } catch (error) {
    output.err(`${error instanceof Error ? error.message : String(error)}\n\n${explainUsage}\n`)
    return 2
  }
  if (!locale) {
    output.err(`The language is one of ${locales.join(', ')}.\n`)
    return 2
  }
  if (id === undefined) {
    for (const { rule, entry } of catalogue) output.out(`${rule.id.padEnd(40)} ${entry[locale].title}\n`)
    return 0
  }
  const item = catalogue.find(({ rule }) => rule.id === id)
  if (!item) {
    const near = catalogue.map(({ rule }) => rule.id).filter((known) => known.includes(id))
    output.err(`There is no rule ${id}.${near.length > 0 ? ` Did you mean ${near.join(', ')}?` : ''}\n`)
    return 2
  }
  const { rule, entry } = item
  const texts = entry[locale]
  const lines = [
    texts.title,
    '',
    rule.question,
    '',
    texts.why,
    '',
    `→ ${texts.fix}`,
    '',
    ...policies.map((policy) => {
      const weight = policy.rules[rule.id]
      if (!weight || weight.off !== null) return `${policy.id}: not asked${weight?.off ? ` (${weight.off})` : ''}`
      return `${policy.id}: ${weight.severity}, ${weight.cost} points${weight.required ? ', required' : ''}${weight.cap === null ? '' : `, at most ${weight.cap}`}`
    }),
    '',
    ...rule.sources.map((source) => `${source.title}${source.date ? `, ${source.date}` : ''} [${source.sureness}]`),
  ]
  output.out(`${lines.join('\n')}\n`)
  return 0
}
