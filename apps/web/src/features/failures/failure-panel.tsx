'use client'

import { RotateCw, Unplug } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useFailureText } from './use-error-text.ts'

interface FailurePanelProps {
  readonly failure: unknown
  readonly onRetry: () => void
}

/** Stands where content should be when it could not be had. */
export function FailurePanel({ failure, onRetry }: FailurePanelProps) {
  const t = useTranslations('errors')
  const failureText = useFailureText()
  return (
    <div role="alert">
      <EmptyState
        icon={<Unplug aria-hidden="true" />}
        title={t('contentMissing')}
        actions={
          <Button icon={<RotateCw aria-hidden="true" />} onClick={onRetry}>
            {t('retry')}
          </Button>
        }
      >
        {failureText(failure)}
      </EmptyState>
    </div>
  )
}
