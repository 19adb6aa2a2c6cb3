'use client'

import { Plus, Sunset } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PracticeLabOffer } from '../practice-lab/index.ts'

interface FirstStepsProps {
  readonly base: string
  readonly tenantId: string
  readonly labAvailable: boolean
  readonly canWrite: boolean
}

/** The overview of a tenant that has no endpoint yet. */
export function FirstSteps({ base, tenantId, labAvailable, canWrite }: FirstStepsProps) {
  const t = useTranslations('overview')
  return (
    <Card>
      <EmptyState
        icon={<Sunset aria-hidden="true" />}
        title={t('emptyTitle')}
        actions={
          canWrite ? (
            <>
              <ButtonLink
                href={`${base}/endpoints/new`}
                look={labAvailable ? 'secondary' : 'primary'}
                icon={<Plus aria-hidden="true" />}
              >
                {t('addFirst')}
              </ButtonLink>
              {labAvailable ? <PracticeLabOffer tenantId={tenantId} stale={['Overview', 'EndpointList']} /> : null}
            </>
          ) : null
        }
      >
        <p>{t('emptyText')}</p>
        {labAvailable ? <p className="mt-2">{t('emptyLab')}</p> : null}
      </EmptyState>
    </Card>
  )
}
