'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { TenantCreateDocument, type TenantKind } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Problem, useChange } from '../failures/index.ts'
import { kinds } from '../tenants/index.ts'

/** Creates an organisation that the viewer owns, and goes there. */
export default function TenantDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('settings')
  const shell = useTranslations('shell')
  const router = useRouter()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<TenantKind>('CUSTOMER')
  const create = useChange(TenantCreateDocument, {
    stale: [],
    fields: ['name'],
    onDone: ({ tenant }) => {
      onClose()
      router.push(`/t/${tenant.slug}`)
      // The menu of organisations is written by the server.
      router.refresh()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.run({ name: name.trim(), kind })
  }
  return (
    <Dialog open onOpenChange={onClose} title={shell('newTenant')} closeLabel={shell('close')}>
      <form onSubmit={submit} noValidate className="grid gap-5">
        <Problem text={create.problem} />
        <Field label={t('name')} error={create.errorOf('name')}>
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
        <div>
          <Segmented
            legend={t('kind')}
            value={kind}
            onChange={setKind}
            options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
          <p className="mt-1.5 text-ink-faint text-sm">{t(`kindHints.${kind}`)}</p>
        </div>
        <div className="flex flex-wrap justify-end gap-2 border-line border-t pt-4">
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" look="primary" busy={create.busy}>
            {t('create')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
