'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { ButtonLink } from '../../ui/button.tsx'
import { type AuditState, exportPath } from './audit-state.ts'

interface ExportLinkProps {
  readonly tenantId: string
  readonly state: AuditState
  readonly total: number
}

/** Everything under the filter, as a file that comes while it is written. */
export function ExportLink({ tenantId, state, total }: ExportLinkProps) {
  const t = useTranslations('audit')
  return (
    <ButtonLink prefetch={false} href={exportPath(tenantId, state)} download icon={<Download aria-hidden="true" />}>
      {t('export', { total })}
    </ButtonLink>
  )
}
