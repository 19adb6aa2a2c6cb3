import { groupChoices, suiteChoices } from '@sundown/core/limit-choices'
import { earlierPolicies, policies } from '@sundown/core/policy'
import { catalogue } from '@sundown/core/rules'
import type { Locale } from '../../i18n/locales.ts'

export interface PolicySource {
  readonly title: string
  readonly date: string | null
  readonly url: string | null
  readonly sureness: 'READ' | 'THIRD_PARTY' | 'MEMORY' | 'UNSURE'
}

/** Where each policy that ships comes from, by its id. For the server: the browser gets the words without the rules. */
export const policySources = (): Readonly<Record<string, readonly PolicySource[]>> =>
  Object.fromEntries(
    [...policies, ...earlierPolicies].map(({ id, sources }) => [
      id,
      sources.map(({ title, date, url, sureness }) => ({ title, date, url, sureness: surenesses[sureness] })),
    ]),
  )

/** The title of every rule, by its id. For the server, too. */
export const ruleTitles = (locale: Locale): Readonly<Record<string, string>> =>
  Object.fromEntries(catalogue.map(({ rule, entry }) => [rule.id, entry[locale].title]))

export interface CodePointChoice {
  readonly id: number
  readonly name: string
}

export interface LimitChoices {
  readonly cipherSuites: readonly CodePointChoice[]
  readonly groups: readonly CodePointChoice[]
}

/** Suites and groups that a list can be made of. For the server, too. */
export const limitChoices = (): LimitChoices => ({ cipherSuites: suiteChoices, groups: groupChoices })

const surenesses = { read: 'READ', 'third-party': 'THIRD_PARTY', memory: 'MEMORY', unsure: 'UNSURE' } as const
