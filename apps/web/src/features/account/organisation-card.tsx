'use client'

import { Building2, CircleAlert, CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Card, CardHeader } from '../../ui/card.tsx'
import { Pill } from '../../ui/pill.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { type VisitOutcome, visitOrganisation } from '../session/index.ts'
import { useOrganisation } from './use-account.ts'

interface OrganisationCardProps {
  readonly email: string
  /** What came of a visit to the organisation's provider that led here. */
  readonly visit: VisitOutcome | null
}

/** The way in through the person's organisation, where its e-mail domain has one. */
export function OrganisationCard({ email, visit }: OrganisationCardProps) {
  const t = useTranslations('account')
  const session = useTranslations('session')
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const { data } = useOrganisation(email)
  if (!data) return null
  const { organisation, isConnected } = data
  const connect = async () => {
    setBusy(true)
    const result = await visitOrganisation({ ref: organisation.ref, email, next: '/account', connect: true })
    if (result === 'LEAVING') return
    setBusy(false)
    toast({ text: t(`refusals.${result}`) })
  }
  return (
    <Card aria-labelledby="organisation">
      <CardHeader
        id="organisation"
        title={t('organisation')}
        note={t('organisationNote', { name: organisation.name })}
        action={
          isConnected ? (
            <Pill tone="ready" icon={<CircleCheck aria-hidden="true" />}>
              {t('connected')}
            </Pill>
          ) : null
        }
      />
      <div className="grid gap-4 px-5 pb-5">
        {visit && visit !== 'CONNECTED' ? (
          <Callout tone="bad" role="alert" icon={<CircleAlert aria-hidden="true" />}>
            {session(`visits.${visit}`)}
          </Callout>
        ) : null}
        {isConnected ? (
          <p className="text-ink-soft text-sm">{t('connectedNote')}</p>
        ) : (
          <div>
            <Button icon={<Building2 aria-hidden="true" />} busy={busy} onClick={connect}>
              {t('connect', { name: organisation.name })}
            </Button>
          </div>
        )}
      </div>
    </Card>
  )
}
