'use client'

import { ChevronLeft, Pencil, Radar, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import type { ReportedEndpoint } from './reported-endpoint.ts'

interface ReportHeaderProps {
  readonly base: string
  readonly endpoint: ReportedEndpoint
  readonly scanning: boolean
  readonly actions: { readonly onScan: () => void; readonly onEdit: () => void; readonly onDelete: () => void } | null
}

export function ReportHeader({ base, endpoint, scanning, actions }: ReportHeaderProps) {
  const t = useTranslations('endpoints')
  const report = useTranslations('report')
  const facts = [
    t(`roles.${endpoint.role}.name`),
    endpoint.starttls ? t(`starttlsKinds.${endpoint.starttls}`) : null,
    endpoint.serverName && endpoint.serverName !== endpoint.host ? t('asName', { name: endpoint.serverName }) : null,
  ].filter(Boolean)
  return (
    <header className="mb-6">
      <Link
        href={`${base}/endpoints`}
        className="mb-2 -ml-1 inline-flex min-h-8 items-center gap-1 rounded text-ink-soft text-sm hover:text-ink"
      >
        <ChevronLeft className="size-4" aria-hidden="true" />
        {t('title')}
      </Link>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1
            className={classes(
              'break-words font-semibold tracking-tight',
              endpoint.label ? 'text-2xl sm:text-[1.75rem]' : 'font-mono text-xl sm:text-2xl',
            )}
          >
            {endpoint.label ?? endpoint.address}
          </h1>
          <p className="mt-1 flex flex-wrap gap-x-2.5 text-ink-soft">
            {endpoint.label ? <span className="break-all font-mono">{endpoint.address}</span> : null}
            <span>{facts.join(' · ')}</span>
          </p>
        </div>
        {actions ? (
          <div className="flex flex-wrap gap-2">
            <Button icon={<Pencil aria-hidden="true" />} onClick={actions.onEdit}>
              {report('edit')}
            </Button>
            <Button look="danger" icon={<Trash2 aria-hidden="true" />} onClick={actions.onDelete}>
              {report('delete')}
            </Button>
            <Button look="primary" icon={<Radar aria-hidden="true" />} busy={scanning} onClick={actions.onScan}>
              {scanning ? report('scanning') : report('scan')}
            </Button>
          </div>
        ) : null}
      </div>
    </header>
  )
}
