/** `sundown explain RULE`: what a rule asks, why, and what to do. */
import { parseArgs } from 'node:util'
import { policies } from '../../policy/index.ts'
import { type Remedy, remediesFor, type Stack, stackNames, stacks } from '../../remediation/index.ts'
import { catalogue, type Locale, locales } from '../../rules/index.ts'
import type { Output } from './judge.ts'

export const explainUsage =
  'sundown explain [RULE] [--stack STACK] [--language en|da]\n\nWithout a rule: lists all of them. With a stack: the exact steps for it.'

/** Runs the command; 0, or 2 on wrong use. */
export function explainCommand(args: readonly string[], output: Output): number {
  let id: string | undefined
  let locale: Locale | undefined
  let stack: Stack | null | undefined
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { language: { type: 'string', default: 'en' }, stack: { type: 'string' } },
      allowPositionals: true,
    })
    id = positionals[0]
    locale = locales.find((one) => one === values.language)
    stack = values.stack === undefined ? null : stacks.find((one) => one === values.stack)
  } catch (error) {
    output.err(`${error instanceof Error ? error.message : String(error)}\n\n${explainUsage}\n`)
    return 2
  }
  if (!locale) {
    output.err(`The language is one of ${locales.join(', ')}.\n`)
    return 2
  }
  if (stack === undefined) {
    output.err(`The stack is one of ${stacks.join(', ')}.\n`)
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
  const cures = remediesFor(rule.id, stack)
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
    ...(stack === null ? [stacksLine(cures, locale)] : cures.flatMap((remedy) => [...steps(remedy, locale), ''])),
    ...rule.sources.map((source) => `${source.title}${source.date ? `, ${source.date}` : ''} [${source.sureness}]`),
  ]
  output.out(`${lines.join('\n')}\n`)
  return 0
}

const stacksLine = (cures: readonly Remedy[], locale: Locale): string =>
  cures.length === 0
    ? ''
    : `--stack ${[...new Set(cures.map((one) => one.stack))].join(' | ')}${locale === 'da' ? ' giver de præcise trin' : ' gives the exact steps'}\n`

function steps(remedy: Remedy, locale: Locale): readonly string[] {
  const words = locale === 'da' ? danish : english
  const block = (title: string, text: string) => [`${title}:`, ...text.split('\n').map((line) => `  ${line}`)]
  return [
    `${stackNames[remedy.stack]}: ${remedy.title[locale]} [${remedy.sureness}${remedy.tested ? `, ${words.tested}` : ''}]`,
    ...block(words.set, remedy.set),
    ...block(words.check, remedy.check),
    ...block(words.rollBack, remedy.rollBack),
    ...block(words.mayBreak, remedy.mayBreak[locale]),
    `${words.source}: ${remedy.source}`,
  ]
}

const english = {
  set: 'Set',
  check: 'Check',
  rollBack: 'Roll back',
  mayBreak: 'May break',
  source: 'Source',
  tested: 'tested with the real server',
}
const danish = {
  set: 'Sæt',
  check: 'Kontroller',
  rollBack: 'Rul tilbage',
  mayBreak: 'Kan afbryde',
  source: 'Kilde',
  tested: 'afprøvet med den rigtige server',
}
