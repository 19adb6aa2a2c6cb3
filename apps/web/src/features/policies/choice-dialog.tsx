'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { PolicyPreviewDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FailurePanel } from '../failures/index.ts'
import { PreviewAnswer } from './preview-answer.tsx'
import type { NamedPolicy } from './use-policy-choice.ts'

interface ChoiceDialogProps {
  readonly slug: string
  readonly policy: NamedPolicy
  readonly busy: boolean
  readonly onChoose: () => void
  readonly onClose: () => void
}

/** Shows what another policy would change, and asks whether to be judged by it. */
export default function ChoiceDialog({ slug, policy, busy, onChoose, onClose }: ChoiceDialogProps) {
  const t = useTranslations('policies')
  const shell = useTranslations('shell')
  const query = useQuery({
    ...documentQuery(PolicyPreviewDocument, { slug, policyId: policy.id, changes: null }),
    staleTime: 0,
  })
  const preview = query.data?.tenant?.policyPreview
  return (
    <Dialog open onOpenChange={onClose} title={policy.title} closeLabel={shell('close')}>
      <div className="grid gap-5">
        <div aria-live="polite" aria-busy={query.isPending}>
          {query.isPending ? <Skeleton className="h-40 rounded-xl" /> : null}
          {preview ? <PreviewAnswer preview={preview} asked={{ slug, policyId: policy.id, changes: null }} /> : null}
          {query.isError && !preview ? (
            <FailurePanel failure={query.error} onRetry={() => void query.refetch()} />
          ) : null}
        </div>
        <p className="text-ink-faint text-sm">{t('choiceNote')}</p>
        <div className="flex flex-wrap justify-end gap-2 border-line border-t pt-4">
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button look="primary" busy={busy} onClick={onChoose}>
            {t('choose')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
