'use client'

import { useRouter } from 'next/navigation'
import { type Locale, locales } from '../../i18n/locales.ts'
import { remember } from '../../i18n/remember.ts'
import { useLanguage } from '../../i18n/use-language.ts'

/** The way to the other language for who is not signed in yet. */
export function LanguageLinks() {
  const locale = useLanguage()
  const router = useRouter()
  const others = locales.filter((each) => each !== locale)
  return others.map((other) => (
    <button
      key={other}
      type="button"
      lang={other}
      className="min-h-6 rounded text-link text-sm underline underline-offset-4"
      onClick={() => {
        remember('locale', other)
        router.refresh()
      }}
    >
      {ownNames[other]}
    </button>
  ))
}

const ownNames: Readonly<Record<Locale, string>> = { en: 'In English', da: 'På dansk' }
