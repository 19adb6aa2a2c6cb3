'use client'

import { ArrowLeft, Handshake } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { ButtonLink } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'

interface OnBehalfBannerProps {
  readonly customer: string
  readonly partner: { readonly name: string; readonly slug: string }
}

/** Stands over every page of a customer while somebody of a partner works there. */
export function OnBehalfBanner({ customer, partner }: OnBehalfBannerProps) {
  const t = useTranslations('shell')
  return (
    <aside aria-label={t('onBehalf')} className="mb-6">
      <Callout
        tone="legacy"
        icon={<Handshake aria-hidden="true" />}
        action={
          <ButtonLink size="small" icon={<ArrowLeft aria-hidden="true" />} href={`/t/${partner.slug}/customers`}>
            {t('toCustomers')}
          </ButtonLink>
        }
      >
        <p>
          <span className="font-medium">{t('inCustomer', { customer, partner: partner.name })}</span>{' '}
          {t('customerSees', { customer })}
        </p>
      </Callout>
    </aside>
  )
}
