'use client'

import { useQueryClient } from '@tanstack/react-query'
import { RotateCw, Unplug } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { RequestFailure } from '../../graphql/execute.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'

/** Says that the browser is offline or that the API does not answer, and offers to try again. What is shown stays. */
export function ConnectionBanner() {
  const t = useTranslations('errors')
  const queryClient = useQueryClient()
  const [busy, setBusy] = useState(false)
  const cache = queryClient.getQueryCache()
  const online = useSyncExternalStore(
    listenOnline,
    () => navigator.onLine,
    () => true,
  )
  const reached = useSyncExternalStore(
    (changed) => cache.subscribe(changed),
    () =>
      !cache.getAll().some(({ state }) => state.error instanceof RequestFailure && state.error.code === 'UNREACHABLE'),
    () => true,
  )
  if (online && reached) return null
  const retry = async () => {
    setBusy(true)
    await queryClient.refetchQueries({ predicate: ({ state }) => state.status === 'error' || state.error !== null })
    setBusy(false)
  }
  return (
    <div className="mb-5">
      <Callout
        tone="risk"
        role="alert"
        icon={<Unplug aria-hidden="true" />}
        action={
          <Button size="small" busy={busy} icon={<RotateCw aria-hidden="true" />} onClick={retry}>
            {t('retry')}
          </Button>
        }
      >
        {online ? t('serverDown') : t('offline')}
      </Callout>
    </div>
  )
}

function listenOnline(changed: () => void): () => void {
  const controller = new AbortController()
  addEventListener('online', changed, { signal: controller.signal })
  addEventListener('offline', changed, { signal: controller.signal })
  return () => controller.abort()
}
