'use client'

import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import {
  DelegationApproveDocument,
  type DelegationLineFragment,
  DelegationNarrowDocument,
  PartnerRolesDocument,
} from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { Problem, useChange } from '../failures/index.ts'
import { ScopePicker, type ScopeValue, scopeInput, scopeValue } from '../scope/index.ts'
import { daysUntil } from './terms.ts'
import { TermsFields } from './terms-fields.tsx'

interface TermsDialogProps {
  readonly kind: 'approve' | 'narrow'
  readonly slug: string
  readonly delegation: DelegationLineFragment
  /** Whether the viewer may read the organisation's own roles. */
  readonly mayRoles: boolean
  readonly onClose: () => void
}

/** Lets a partner in as it asked or with less, or takes something back from one that is in. */
export default function TermsDialog({ kind, slug, delegation, mayRoles, onClose }: TermsDialogProps) {
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
  // Left alone, the endpoints stay as they were, with those too that the viewer cannot see.
  const [chosen, setChosen] = useState<ScopeValue | null>(null)
  const scope = chosen ?? scopeValue(delegation.scope)
  const [ownRole, setOwnRole] = useState('')
  const ownRoles = useQuery({ ...documentQuery(PartnerRolesDocument, { slug }), enabled: mayRoles }).data?.tenant
    ?.customRoles
  const options = {
    stale: ['Partners', 'AuditLog'],
    fields: ['role', 'customRoleId', 'days', 'scope'],
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
    const input = {
      id: delegation.id,
      role: terms.role,
      customRoleId: ownRole || null,
      ...(chosen ? { scope: scopeInput(chosen) ?? {} } : {}),
    }
    if (kind === 'approve') {
      approve.run({ ...input, days: terms.days, extends: terms.extends })
      return
    }
    narrow.run({
      ...input,
      // Left alone, the end stays where it is: days are counted from now.
      days: terms.days === most.days ? null : terms.days,
      // It can be taken back only.
      extends: terms.extends ? null : false,
    })
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
        {ownRoles && ownRoles.length > 0 ? (
          <Field label={t('own')} hint={t('ownHint')} error={change.errorOf('customRoleId')}>
            {(control) => (
              <Select
                {...control}
                name="customRoleId"
                value={ownRole}
                onChange={({ target }) => setOwnRole(target.value)}
              >
                <option value="">{t(kind === 'approve' ? 'ownNone' : 'ownStays')}</option>
                {ownRoles.map(({ id, name: own }) => (
                  <option key={id} value={id}>
                    {own}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ) : null}
        <ScopePicker
          slug={slug}
          legend={t('scope')}
          value={scope}
          onChange={setChosen}
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
