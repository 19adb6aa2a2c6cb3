'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { type Theme, themes } from '../../i18n/locales.ts'
import { remember } from '../../i18n/remember.ts'
import { Segmented } from '../../ui/segmented.tsx'

export function ThemeChoice({ initial }: { readonly initial: Theme }) {
  const t = useTranslations('preferences')
  const [theme, setTheme] = useState(initial)
  const choose = (next: Theme) => {
    setTheme(next)
    remember('theme', next)
    document.documentElement.dataset.theme = next
  }
  return (
    <Segmented
      legend={t('theme')}
      value={theme}
      onChange={choose}
      options={themes.map((value) => ({
        value,
        label: (
          <>
            {icons[value]}
            {t(`themes.${value}`)}
          </>
        ),
      }))}
    />
  )
}

const icons = {
  system: <Monitor aria-hidden="true" />,
  light: <Sun aria-hidden="true" />,
  dark: <Moon aria-hidden="true" />,
} as const
