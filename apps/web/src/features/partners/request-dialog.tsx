'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { DelegationRequestDocument } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { Problem, useChange } from '../failures/index.ts'
import { namedScope } from './named-scope.ts'
import { type Terms, TermsFields } from './terms-fields.tsx'

interface RequestDialogProps {
  readonly partnerId: string
  readonly onClose: () => void
}

const most: Terms = { role: 'ADMIN', days: 730, extends: true }

/** As a partner, asks a customer to be let in. */
export default function RequestDialog({ partnerId, onClose }: RequestDialogProps) {
  const t = useTranslations('partners')
  const shell = useTranslations('shell')
  const toast = useToast()
  const [values, setValues] = useState({ customerId: '', customerName: '', reason: '', scope: '' })
  const [terms, setTerms] = useState<Terms>({ role: 'OPERATOR', days: 365, extends: false })
  const set = (part: Partial<typeof values>) => setValues({ ...values, ...part })
  const request = useChange(DelegationRequestDocument, {
    stale: ['PartnerAccess', 'Portfolio'],
    fields: ['customerId', 'customerName', 'reason', 'role', 'days', 'scope'],
    onDone: ({ delegation }) => {
      toast({ text: t('requested', { name: delegation.customerName }) })
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    request.run({
      partnerId,
      customerId: values.customerId.trim(),
      customerName: values.customerName.trim(),
      reason: values.reason.trim() || null,
      scope: namedScope(values.scope),
      ...terms,
    })
  }
  return (
    <Dialog open onOpenChange={onClose} title={t('request')} closeLabel={shell('close')}>
      <form onSubmit={submit} noValidate className="grid gap-5">
        <Problem text={request.problem} />
        <p className="text-ink-soft">{t('requestText')}</p>
        <Field
          label={t('customerId')}
          hint={t('customerIdHint')}
          error={request.codeOf('customerId') === 'NOT_FOUND' ? t('noSuchCustomer') : request.errorOf('customerId')}
        >
          {(control) => (
            <TextInput
              {...control}
              name="customerId"
              value={values.customerId}
              onChange={({ target }) => set({ customerId: target.value })}
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              className="font-mono"
            />
          )}
        </Field>
        <Field label={t('customerName')} error={request.errorOf('customerName')}>
          {(control) => (
            <TextInput
              {...control}
              name="customerName"
              value={values.customerName}
              onChange={({ target }) => set({ customerName: target.value })}
              autoComplete="off"
            />
          )}
        </Field>
        <TermsFields value={terms} most={most} onChange={setTerms} errorOf={request.errorOf} />
        <Field
          label={t('askScope')}
          hint={t('askScopeHint')}
          error={request.codeOf('scope') === 'NOT_FOUND' ? t('notThere') : request.errorOf('scope')}
        >
          {(control) => (
            <TextArea
              {...control}
              name="scope"
              rows={2}
              value={values.scope}
              onChange={({ target }) => set({ scope: target.value })}
              autoCapitalize="none"
              spellCheck={false}
              className="font-mono"
            />
          )}
        </Field>
        <Field label={t('reason')} hint={t('reasonHint')} error={request.errorOf('reason')}>
          {(control) => (
            <TextArea
              {...control}
              name="reason"
              rows={2}
              value={values.reason}
              onChange={({ target }) => set({ reason: target.value })}
            />
          )}
        </Field>
        <div className="flex flex-wrap justify-end gap-2 border-line border-t pt-4">
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" look="primary" busy={request.busy}>
            {t('requestSure')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
