'use client'

import { useTranslations } from 'use-intl'
import { classes } from '../../ui/classes.ts'
import { leastPasswordLength, type PasswordStrength } from './password-strength.ts'

export function StrengthMeter({ strength }: { readonly strength: PasswordStrength }) {
  const t = useTranslations('session')
  return (
    <span className="grid gap-1.5">
      <span className="grid grid-cols-4 gap-1" aria-hidden="true">
        {([1, 2, 3, 4] as const).map((step) => (
          <span
            key={step}
            className={classes('h-1 rounded-full', strength >= step ? colours[strength] : 'bg-unknown-soft')}
          />
        ))}
      </span>
      <span>
        {t('passwordHint', { least: leastPasswordLength })}{' '}
        <span aria-live="polite">{strength === 0 ? null : t(`strength.${strength}`)}</span>
      </span>
    </span>
  )
}

const colours = { 0: '', 1: 'bg-bad', 2: 'bg-risk', 3: 'bg-legacy', 4: 'bg-ready' } as const
