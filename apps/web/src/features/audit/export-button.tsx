'use client'

import { Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { useFailureText } from '../failures/index.ts'
import type { AuditState } from './audit-state.ts'

interface ExportButtonProps {
  readonly slug: string
  readonly state: AuditState
  readonly total: number
}

/** Everything under the filter as CSV, page by page. */
export function ExportButton({ slug, state, total }: ExportButtonProps) {
  const t = useTranslations('audit')
  const toast = useToast()
  const failureText = useFailureText()
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    try {
      const { auditCsv } = await import('./audit-csv.ts')
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob([await auditCsv(slug, state)], { type: 'text/csv' }))
      link.download = `audit-${slug}.csv`
      link.click()
      URL.revokeObjectURL(link.href)
    } catch (failure) {
      toast({ text: failureText(failure) })
    }
    setBusy(false)
  }
  return (
    <Button busy={busy} icon={<Download aria-hidden="true" />} onClick={save}>
      {t('export', { total })}
    </Button>
  )
}
