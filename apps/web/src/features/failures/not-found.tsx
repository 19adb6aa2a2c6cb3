'use client'

import { MapPinOff } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'

export function NotFound() {
  const t = useTranslations('errors')
  return (
    <EmptyState
      icon={<MapPinOff aria-hidden="true" />}
      heading="h1"
      title={t('notFound')}
      actions={
        <ButtonLink href="/" look="primary">
          {t('toStart')}
        </ButtonLink>
      }
    >
      {t('notFoundText')}
    </EmptyState>
  )
}
