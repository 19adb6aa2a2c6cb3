'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { type Locale, locales } from '../../i18n/locales.ts'
import { remember } from '../../i18n/remember.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Segmented } from '../../ui/segmented.tsx'

export function LanguageChoice() {
  const t = useTranslations('preferences')
  const router = useRouter()
  return (
    <Segmented
      legend={t('language')}
      value={useLanguage()}
      onChange={(next) => {
        remember('locale', next)
        router.refresh()
      }}
      options={locales.map((value) => ({ value, label: ownNames[value], lang: value }))}
    />
  )
}

/** Each language in its own words, so that whoever is in the wrong one finds the way out. */
const ownNames: Readonly<Record<Locale, string>> = { en: 'English', da: 'Dansk' }
