'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useState } from 'react'
import { IntlProvider, useTranslations } from 'use-intl'
import { RequestFailure } from '../graphql/execute.ts'
import { formatLocales, type Locale } from '../i18n/locales.ts'
import { remember } from '../i18n/remember.ts'
import type { en } from '../messages/en.ts'
import { Toasts } from '../ui/toasts.tsx'

interface ProvidersProps {
  readonly locale: Locale
  readonly messages: typeof en
  readonly timeZone: string
  readonly now: number
  readonly nonce: string
  readonly children: ReactNode
}

export function Providers({ locale, messages, timeZone, now, nonce, children }: ProvidersProps) {
  const [queryClient] = useState(createQueryClient)
  useTimeZone(timeZone)
  useStyleNonce(nonce)
  return (
    <QueryClientProvider client={queryClient}>
      <IntlProvider locale={formatLocales[locale]} messages={messages} timeZone={timeZone} now={new Date(now)}>
        <NamedToasts>{children}</NamedToasts>
      </IntlProvider>
    </QueryClientProvider>
  )
}

function NamedToasts({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('shell')
  return (
    <Toasts closeLabel={t('close')} regionLabel={t('messages')}>
      {children}
    </Toasts>
  )
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (count, failure) => count < 2 && failure instanceof RequestFailure && failure.code === 'UNREACHABLE',
      },
    },
  })
}

/** The server learns the reader's time zone from the browser, once, so that both write the same times. */
function useTimeZone(rendered: string): void {
  const router = useRouter()
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone
    if (own === rendered || own === undefined) return
    remember('timeZone', own)
    router.refresh()
  }, [rendered, router])
}

/** Style elements that a library adds later carry this view's nonce, else the policy refuses them. */
function useStyleNonce(nonce: string): void {
  useEffect(() => {
    Object.assign(globalThis, { __webpack_nonce__: nonce })
  }, [nonce])
}
