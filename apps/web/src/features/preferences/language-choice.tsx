'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { useLanguage } from '../../i18n/use-language.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { languageNames, rememberLanguage } from './language-names.ts'

export function LanguageChoice() {
  const t = useTranslations('preferences')
  const router = useRouter()
  return (
    <Segmented
      legend={t('language')}
      value={useLanguage()}
      onChange={(next) => {
        rememberLanguage(next)
        router.refresh()
      }}
      options={languageNames.map(({ value, label }) => ({ value, label, lang: value }))}
    />
  )
}
