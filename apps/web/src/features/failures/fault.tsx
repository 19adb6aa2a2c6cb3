'use client'

import { RotateCw, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'

interface FaultProps {
  readonly error: Error & { readonly digest?: string }
  readonly reset: () => void
}

export function Fault({ error, reset }: FaultProps) {
  const t = useTranslations('errors')
  return (
    <div role="alert">
      <EmptyState
        icon={<TriangleAlert aria-hidden="true" />}
        heading="h1"
        title={t('fault')}
        actions={
          <Button look="primary" icon={<RotateCw aria-hidden="true" />} onClick={reset}>
            {t('retry')}
          </Button>
        }
      >
        <p>{t('faultText')}</p>
        {error.digest ? <p className="mt-2 font-mono text-ink-faint text-sm">{error.digest}</p> : null}
      </EmptyState>
    </div>
  )
}
