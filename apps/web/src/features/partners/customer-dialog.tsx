'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { CustomerCreateDocument, PartnerAccessDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, Select, TextInput } from '../../ui/field.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { Problem, useChange } from '../failures/index.ts'
import { type Terms, TermsFields } from './terms-fields.tsx'

interface CustomerDialogProps {
  readonly partnerId: string
  readonly slug: string
  readonly onClose: () => void
}

const most: Terms = { role: 'ADMIN', days: 730, extends: false }

/** As a partner, creates a customer that it looks after until it hands it over. */
export default function CustomerDialog({ partnerId, slug, onClose }: CustomerDialogProps) {
  const t = useTranslations('partners')
  const shell = useTranslations('shell')
  const toast = useToast()
  const router = useRouter()
  const groups = useQuery(documentQuery(PartnerAccessDocument, { slug })).data?.tenant?.technicianGroups ?? []
  const [name, setName] = useState('')
  const [group, setGroup] = useState<string | null>(null)
  const [terms, setTerms] = useState<Terms>({ role: 'ADMIN', days: 365, extends: false })
  const chosen = group ?? groups[0]?.id ?? ''
  const create = useChange(CustomerCreateDocument, {
    stale: ['PartnerAccess', 'Portfolio'],
    fields: ['name', 'role', 'days', 'technicianGroupId'],
    onDone: ({ delegation }) => {
      toast({ text: t('customerCreated', { name: delegation.customerName }) })
      onClose()
      // The menu of organisations is written by the server.
      router.refresh()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { role, days } = terms
    create.run({ partnerId, name: name.trim(), role, days, technicianGroupId: chosen || null })
  }
  return (
    <Dialog open onOpenChange={onClose} title={t('createCustomer')} closeLabel={shell('close')}>
      <form onSubmit={submit} noValidate className="grid gap-5">
        <Problem text={create.problem} />
        <p className="text-ink-soft">{t('createText')}</p>
        <Field label={t('newCustomerName')} error={create.errorOf('name')}>
          {(control) => (
            <TextInput
              {...control}
              name="name"
              value={name}
              onChange={({ target }) => setName(target.value)}
              autoComplete="off"
            />
          )}
        </Field>
        <TermsFields value={terms} most={most} onChange={setTerms} errorOf={create.errorOf} />
        <Field
          label={t('lookedAfterBy')}
          hint={chosen ? null : t('nobodyYet')}
          error={create.errorOf('technicianGroupId')}
        >
          {(control) => (
            <Select
              {...control}
              name="technicianGroup"
              value={chosen}
              onChange={({ target }) => setGroup(target.value)}
            >
              {groups.map(({ id, name: known }) => (
                <option key={id} value={id}>
                  {known}
                </option>
              ))}
              <option value="">{t('nobody')}</option>
            </Select>
          )}
        </Field>
        <div className="flex flex-wrap justify-end gap-2 border-line border-t pt-4">
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" look="primary" busy={create.busy}>
            {t('createSure')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
