'use client'

import { useTranslations } from 'use-intl'
import { purposeOf } from './scopes.ts'

/** What a key may do: in words where it is one of the usual purposes, else the patterns themselves. */
export function ScopeWords({ scopes }: { readonly scopes: readonly string[] }) {
  const t = useTranslations('keys')
  const purpose = purposeOf(scopes)
  return purpose === null ? (
    <span className="font-mono text-[0.8125rem]">{scopes.join(', ')}</span>
  ) : (
    t(`purposes.${purpose}.name`)
  )
}
