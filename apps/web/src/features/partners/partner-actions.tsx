'use client'

import { Handshake, Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'

const RequestDialog = lazy(() => import('./request-dialog.tsx'))
const CustomerDialog = lazy(() => import('./customer-dialog.tsx'))

/** How a partner comes to a customer: by asking, or by creating it. */
export function PartnerActions({ partnerId, slug }: { readonly partnerId: string; readonly slug: string }) {
  const t = useTranslations('partners')
  const [asked, setAsked] = useState<'request' | 'create' | null>(null)
  const close = () => setAsked(null)
  return (
    <>
      <Button icon={<Plus aria-hidden="true" />} onClick={() => setAsked('create')}>
        {t('createCustomer')}
      </Button>
      <Button look="primary" icon={<Handshake aria-hidden="true" />} onClick={() => setAsked('request')}>
        {t('request')}
      </Button>
      <Suspense>
        {asked === 'request' ? <RequestDialog partnerId={partnerId} onClose={close} /> : null}
        {asked === 'create' ? <CustomerDialog partnerId={partnerId} slug={slug} onClose={close} /> : null}
      </Suspense>
    </>
  )
}
