/** What a change would do, for people. */
import { failureTexts } from '../clients/failure-texts.ts'
import { profileName } from '../clients/profile-name.ts'
import type { ProfileResult } from '../clients/simulate-all.ts'
import { catalogue } from '../rules/catalogue.ts'
import type { Locale } from '../rules/source.ts'
import type { WhatIf } from '../what-if.ts'
import type { Judgement } from './report.ts'
import { verdictTexts } from './verdict-texts.ts'

/** Lines of text, ending in a line feed. */
export function whatIfText(
  { before, after, broken, lostPeers, changed }: WhatIf,
  { locale = 'en' }: { readonly locale?: Locale } = {},
): string {
  const words = wording[locale]
  const title = (id: string) => catalogue.find(({ rule }) => rule.id === id)?.entry[locale].title ?? id
  const lines = [
    `${words.before}  ${verdictLine(before, locale)}`,
    `${words.after}  ${verdictLine(after, locale)}`,
    ...section(
      words.changed,
      changed.map(({ ruleId, from, to }) => `${title(ruleId)}: ${from} → ${to}`),
    ),
    ...section(
      words.lost,
      lostPeers.map((result) => profileLine(result, locale)),
    ),
    ...section(
      words.broken,
      broken.map((result) => profileLine(result, locale)),
    ),
  ]
  if (broken.length === 0) lines.push('', words.nothing)
  return `${lines.join('\n')}\n`
}

const verdictLine = ({ verdict, score, policyId }: Judgement, locale: Locale): string =>
  `${verdictTexts[verdict].name[locale]} (${verdict})${score === null ? '' : ` ${score}/100`}  ${policyId}`

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `${title} (${lines.length})`, ...lines.map((line) => `  ${line}`)]

const profileLine = ({ profile, simulation }: ProfileResult, locale: Locale): string =>
  simulation.outcome === 'fails'
    ? `${profileName(profile, locale)}: ${failureTexts[simulation.reason][locale]}`
    : profileName(profile, locale)

const wording = {
  en: {
    before: 'Now:  ',
    after: 'Then: ',
    changed: 'Answers that change',
    lost: 'Microsoft services that would no longer connect',
    broken: 'Clients that would no longer connect',
    nothing: 'No known client that connects now would stop.',
  },
  da: {
    before: 'Nu:     ',
    after: 'Derefter:',
    changed: 'Svar, der ændrer sig',
    lost: 'Microsoft-tjenester, der ikke længere ville få forbindelse',
    broken: 'Klienter, der ikke længere ville få forbindelse',
    nothing: 'Ingen kendt klient, der får forbindelse nu, ville miste den.',
  },
} as const
