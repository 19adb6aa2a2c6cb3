'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Trash2, TriangleAlert } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { TenantDeleteDocument } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Card, CardHeader } from '../../ui/card.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { Problem, useChange } from '../failures/index.ts'

interface DeleteCardProps {
  readonly tenant: { readonly id: string; readonly name: string }
}

/** Deletes the organisation once its name is written, and starts the portal anew without it. */
export function DeleteCard({ tenant }: DeleteCardProps) {
  const t = useTranslations('settings')
  const queryClient = useQueryClient()
  const [name, setName] = useState('')
  const remove = useChange(TenantDeleteDocument, {
    stale: [],
    fields: ['name'],
    onDone: () => {
      queryClient.clear()
      location.assign('/')
    },
  })
  const matches = name.trim() === tenant.name
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (matches) remove.run({ id: tenant.id, name: name.trim() })
  }
  return (
    <Card aria-labelledby="delete">
      <CardHeader id="delete" title={t('delete')} note={t('deleteNote')} />
      <div className="grid gap-5 px-5 pb-5">
        <Callout tone="bad" icon={<TriangleAlert aria-hidden="true" />}>
          <p className="font-medium">{t('deleteWarning')}</p>
          <ul className="mt-1 list-disc pl-5">
            {goes.map((id) => (
              <li key={id}>{t(`goes.${id}`)}</li>
            ))}
          </ul>
        </Callout>
        <form onSubmit={submit} noValidate className="grid max-w-md gap-4">
          <Problem text={remove.problem} />
          <Field label={t('deleteName', { name: tenant.name })} error={remove.errorOf('name')}>
            {(control) => (
              <TextInput
                {...control}
                name="tenant-name"
                value={name}
                onChange={({ target }) => setName(target.value)}
                autoComplete="off"
                spellCheck={false}
              />
            )}
          </Field>
          <div>
            <Button
              type="submit"
              look="danger"
              disabled={!matches}
              busy={remove.busy}
              icon={<Trash2 aria-hidden="true" />}
            >
              {t('deleteSure', { name: tenant.name })}
            </Button>
          </div>
        </form>
      </div>
    </Card>
  )
}

const goes = ['endpoints', 'people', 'keys', 'partners', 'audit'] as const
