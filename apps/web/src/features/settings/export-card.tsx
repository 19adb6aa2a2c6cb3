'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Card, CardHeader } from '../../ui/card.tsx'

const formats = ['csv', 'ndjson'] as const

/** Takes everything along, as files that come while they are written. */
export function ExportCard({ tenantId }: { readonly tenantId: string }) {
  const t = useTranslations('settings')
  return (
    <Card aria-labelledby="export">
      <CardHeader id="export" title={t('export')} note={t('exportNote')} />
      <ul className="divide-y divide-line border-line border-t">
        {formats.map((format) => (
          <li key={format} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
            <div className="min-w-0 flex-1 basis-56">
              <p className="font-medium">{t(`exports.${format}.name`)}</p>
              <p className="text-ink-soft text-sm">{t(`exports.${format}.note`)}</p>
            </div>
            <a
              href={`/api/tenants/${tenantId}/export?format=${format}`}
              download
              className="inline-flex min-h-9 items-center gap-2 rounded-lg border border-line-strong px-3 font-medium text-sm hover:bg-hover [&_svg]:size-4"
              aria-label={t('exportOne', { name: t(`exports.${format}.name`) })}
            >
              <Download aria-hidden="true" />
              {t('download')}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  )
}
