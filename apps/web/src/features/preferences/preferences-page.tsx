'use client'

import { useTranslations } from 'use-intl'
import type { Theme } from '../../i18n/locales.ts'
import { Card } from '../../ui/card.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { useShortcutsOn } from './shortcut-choice.ts'
import { ThemeChoice } from './theme-choice.tsx'

export function PreferencesPage({ theme }: { readonly theme: Theme }) {
  const t = useTranslations('preferences')
  const [shortcutsOn, setShortcutsOn] = useShortcutsOn()
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <Card className="grid max-w-2xl gap-6 p-6">
        <LanguageChoice />
        <ThemeChoice initial={theme} />
        <label className="flex cursor-pointer items-start gap-3">
          <input
            type="checkbox"
            checked={shortcutsOn}
            onChange={(event) => setShortcutsOn(event.target.checked)}
            className="mt-1 size-4.5 accent-accent"
          />
          <span>
            <span className="font-medium text-sm">{t('shortcuts')}</span>
            <span className="block text-ink-faint text-sm">{t('shortcutsNote')}</span>
          </span>
        </label>
      </Card>
    </>
  )
}
