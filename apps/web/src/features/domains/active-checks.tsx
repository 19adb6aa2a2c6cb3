'use client'

import { useQuery } from '@tanstack/react-query'
import { ShieldQuestion, Zap } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { ActiveChecksDocument, ActiveChecksSetDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { useChange } from '../failures/index.ts'

interface ActiveChecksProps {
  readonly id: string
  /** Path of the tenant. */
  readonly base: string
  readonly mayWrite: boolean
}

/** Whether scans of an endpoint provoke it, and if not: why, and what to do about it. */
export default function ActiveChecks({ id, base, mayWrite }: ActiveChecksProps) {
  const t = useTranslations('domains.active')
  const { data } = useQuery(documentQuery(ActiveChecksDocument, { id }))
  const set = useChange(ActiveChecksSetDocument, { stale: ['ActiveChecks'], aloud: true })
  const checks = data?.node?.__typename === 'Endpoint' ? data.node.activeChecks : null
  if (!checks) return null
  const { wanted, allowed, reason } = checks
  const domain = checks.domain ?? ''
  const turn = (activeChecks: boolean) => (
    <Button size="small" busy={set.busy} onClick={() => set.run({ id, activeChecks })}>
      {t(activeChecks ? 'turnOn' : 'turnOff')}
    </Button>
  )
  const prove = (
    <Link href={`${base}/settings/domains`} className="font-medium text-sm underline underline-offset-4">
      {t(reason === 'LAPSED' ? 'seeDomains' : 'proveDomain')}
    </Link>
  )
  const step = allowed ? (mayWrite ? turn(!wanted) : null) : reason === 'NO_DOMAIN' ? null : prove
  const text = !allowed
    ? t(`reasons.${reason === 'LAPSED' || reason === 'NO_DOMAIN' ? reason : 'NOT_PROVEN'}`, { domain })
    : t(wanted ? 'asked' : 'notMarked')
  return (
    <section aria-label={t('title')} className="mt-6">
      <Callout
        tone={wanted && allowed ? 'ready' : 'unknown'}
        icon={wanted && allowed ? <Zap aria-hidden="true" /> : <ShieldQuestion aria-hidden="true" />}
        action={step}
      >
        <p className="font-medium">{t(wanted && allowed ? 'on' : 'off')}</p>
        <p className="text-sm">{text}</p>
      </Callout>
    </section>
  )
}
