'use client'

import { RotateCw, Unplug } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'

/** The whole page while the portal cannot reach the API. */
export function ServiceDown() {
  const t = useTranslations('errors')
  const router = useRouter()
  const [busy, startTransition] = useTransition()
  return (
    <main id="main" role="alert" className="grid min-h-dvh place-content-center">
      <EmptyState
        icon={<Unplug aria-hidden="true" />}
        heading="h1"
        title={t('serverDownTitle')}
        actions={
          <Button
            look="primary"
            busy={busy}
            icon={<RotateCw aria-hidden="true" />}
            onClick={() => startTransition(() => router.refresh())}
          >
            {t('retry')}
          </Button>
        }
      >
        {t('serverDown')}
      </EmptyState>
    </main>
  )
}
