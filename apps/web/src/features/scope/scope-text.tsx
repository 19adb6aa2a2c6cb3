'use client'

import { useTranslations } from 'use-intl'
import type { ScopePartsFragment } from '../../graphql/generated/graphql.ts'

type Picks = NonNullable<ScopePartsFragment['include']>

/** A scope in a few words; the names are told to whoever lingers on it. */
export function ScopeText({ scope }: { readonly scope: ScopePartsFragment | null }) {
  const t = useTranslations('scope')
  if (scope === null) return t('everything')
  const words = (picks: Picks) =>
    t('picks', { groups: picks.groups.length, endpoints: picks.endpoints.length + picks.unseen })
  const names = [...namesOf(scope.include), ...namesOf(scope.exclude).map((name) => `− ${name}`)].join(', ')
  return (
    <span title={names || undefined}>
      {scope.include ? words(scope.include) : t('everything')}
      {countOf(scope.exclude) > 0 ? ` ${t('without', { picks: words(scope.exclude) })}` : null}
    </span>
  )
}

const countOf = ({ groups, endpoints, unseen }: Picks) => groups.length + endpoints.length + unseen

const namesOf = (picks: Picks | null): string[] =>
  picks
    ? [...picks.groups.map(({ name }) => name), ...picks.endpoints.map(({ label, address }) => label ?? address)]
    : []
