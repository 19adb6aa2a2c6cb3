'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import {
  DelegationApproveDocument,
  type DelegationLineFragment,
  DelegationNarrowDocument,
} from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { Problem, useChange } from '../failures/index.ts'
import { ScopePicker, scopeInput, scopeValue } from '../scope/index.ts'
import { daysUntil } from './terms.ts'
import { TermsFields } from './terms-fields.tsx'

interface TermsDialogProps {
  readonly kind: 'approve' | 'narrow'
  readonly slug: string
  readonly delegation: DelegationLineFragment
  readonly onClose: () => void
}

/** Lets a partner in as it asked or with less, or takes something back from one that is in. */
export default function TermsDialog({ kind, slug, delegation, onClose }: TermsDialogProps) {
  const t = useTranslations('partners')
  const shell = useTranslations('shell')
  const toast = useToast()
  const name = delegation.partnerName
  const most = {
    role: delegation.role,
    days: kind === 'narrow' && delegation.expiresAt ? daysUntil(delegation.expiresAt, Date.now()) : delegation.days,
    extends: delegation.extends,
  }
  const [terms, setTerms] = useState({ ...most, extends: kind === 'narrow' && most.extends })
  const [scope, setScope] = useState(() => scopeValue(delegation.scope))
  const options = {
    stale: ['Partners', 'AuditLog'],
    fields: ['role', 'days', 'scope'],
    onDone: () => {
      toast({ text: t(kind === 'approve' ? 'approved' : 'narrowed', { name }) })
      onClose()
    },
  }
  const approve = useChange(DelegationApproveDocument, options)
  const narrow = useChange(DelegationNarrowDocument, options)
  const change = kind === 'approve' ? approve : narrow
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const input = { id: delegation.id, role: terms.role, extends: terms.extends, scope: scopeInput(scope) }
    // Left alone, the end stays where it is: days are counted from now.
    if (kind === 'approve') approve.run({ ...input, days: terms.days })
    else narrow.run({ ...input, days: terms.days === most.days ? null : terms.days })
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(kind === 'approve' ? 'approveTitle' : 'narrowTitle', { name })}
      closeLabel={shell('close')}
    >
      <form onSubmit={submit} noValidate className="grid gap-5">
        <Problem text={change.problem} />
        <p className="text-ink-soft">{t(kind === 'approve' ? 'approveText' : 'narrowText')}</p>
        <TermsFields value={terms} most={most} onChange={setTerms} errorOf={change.errorOf} />
        <ScopePicker
          slug={slug}
          legend={t('scope')}
          value={scope}
          onChange={setScope}
          error={change.errorOf('scope')}
        />
        <div className="flex flex-wrap justify-end gap-2 border-line border-t pt-4">
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" look="primary" busy={change.busy}>
            {t(kind === 'approve' ? 'approveSure' : 'narrowSure')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
