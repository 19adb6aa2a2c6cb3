/** `sundown deadlines`: the dates that are known, with their history on demand. */
import { parseArgs } from 'node:util'
import { type Cloud, clouds, type Deadline, deadlines, earliestBlock } from '../../deadlines/index.ts'
import { type Locale, locales } from '../../rules/index.ts'
import type { Output } from './judge.ts'

export const deadlinesUsage = `sundown deadlines [--cloud ${clouds.join('|')}] [--history] [--json] [--now DATE] [--language en|da]

Lists the dates that stand; --history adds those that were moved.`

/** Runs the command; 0, or 2 on wrong use. */
export function deadlinesCommand(args: readonly string[], output: Output): number {
  const chosen = parse(args)
  if (typeof chosen === 'string') {
    output.err(`${chosen}\n\n${deadlinesUsage}\n`)
    return 2
  }
  const { cloud, now, history, locale } = chosen
  const shown = deadlines
    .filter((record) => record.clouds.includes(cloud) && (history || record.supersededBy === null))
    .toSorted((a, b) => a.date.localeCompare(b.date))
  const earliest = earliestBlock(now, cloud, 'any')
  if (chosen.json) {
    for (const record of [...shown, earliest]) output.out(`${JSON.stringify(record)}\n`)
    return 0
  }
  for (const record of shown) output.out(describe(record, now, locale))
  output.out(`\n${earliest.date}  ${earliest.note[locale]}\n`)
  return 0
}

function describe(record: Deadline, now: Date, locale: Locale): string {
  const today = Date.parse(now.toISOString().slice(0, 10))
  const days = Math.round((Date.parse(record.date) - today) / 86_400_000)
  const when = days < 0 ? '' : locale === 'da' ? ` (om ${days} dage)` : ` (in ${days} days)`
  const until = record.until ? ` – ${record.until}` : ''
  const moved = record.supersededBy ? ` → ${record.supersededBy}` : ''
  return `${record.date}${until}${when}  ${record.effect.padEnd(13)} ${record.service} [${record.channel}] ${record.protocols.join(', ')}${moved}\n    ${record.note[locale]}\n    ${record.source} [${record.sureness}]\n`
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        cloud: { type: 'string', default: 'worldwide' },
        now: { type: 'string' },
        history: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        language: { type: 'string', default: 'en' },
      },
    })
    const cloud: Cloud | undefined = clouds.find((one) => one === values.cloud)
    if (!cloud) return `The cloud is one of ${clouds.join(', ')}.`
    const locale = locales.find((one) => one === values.language)
    if (!locale) return `The language is one of ${locales.join(', ')}.`
    const now = values.now === undefined ? new Date() : new Date(values.now)
    if (Number.isNaN(now.getTime())) return `${values.now} is not a date; write it as 2026-11-23.`
    return { cloud, locale, now, history: values.history, json: values.json }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
