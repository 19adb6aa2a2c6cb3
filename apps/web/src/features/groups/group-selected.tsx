'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import {
  EndpointGroupFillDocument,
  EndpointGroupSaveDocument,
  GroupNamesDocument,
} from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { Button } from '../../ui/button.tsx'
import { Field, Select, TextInput } from '../../ui/field.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { Problem, useChange } from '../failures/index.ts'
import type { Selection } from './selection.ts'

export function GroupSelected({ slug, endpointIds, onClose }: Selection) {
  const t = useTranslations('groups')
  const toast = useToast()
  const tenant = useQuery(documentQuery(GroupNamesDocument, { slug })).data?.tenant
  const groups = tenant?.endpointGroups.filter(({ rule }) => rule === null) ?? []
  const [wanted, setWanted] = useState<string | null>(null)
  const [name, setName] = useState('')
  const group = groups.find(({ id }) => id === (wanted ?? groups[0]?.id))
  const stale = ['Groups', 'GroupNames', 'EndpointList', 'ScopeChoices']
  const onDone = (payload: { readonly group: { readonly name: string; readonly size: number } }) => {
    toast({ text: t('changed', { name: payload.group.name, count: payload.group.size }) })
    onClose()
  }
  const save = useChange(EndpointGroupSaveDocument, { stale, fields: ['name'], onDone })
  const fill = useChange(EndpointGroupFillDocument, { stale, onDone })
  const put = (take: 'add' | 'remove') => {
    if (group) fill.run({ id: group.id, [take]: [...endpointIds] })
    else if (tenant) save.run({ tenantId: tenant.id, name: name.trim(), endpointIds: [...endpointIds] })
  }
  const busy = fill.busy || save.busy
  return (
    <div className="grid gap-5">
      <Problem text={group ? fill.problem : save.problem} />
      <Field label={t('whichGroup')} hint={t('noneByHand')}>
        {(control) => (
          <Select {...control} name="group" value={group?.id ?? ''} onChange={({ target }) => setWanted(target.value)}>
            {groups.map(({ id, name: known }) => (
              <option key={id} value={id}>
                {known}
              </option>
            ))}
            <option value="">{t('newName')}</option>
          </Select>
        )}
      </Field>
      {tenant && !group ? (
        <Field label={t('name')} error={save.errorOf('name')}>
          {(control) => (
            <TextInput {...control} name="name" value={name} onChange={({ target }) => setName(target.value)} />
          )}
        </Field>
      ) : null}
      <div className="flex flex-wrap justify-end gap-2 border-line border-t pt-4">
        {group ? (
          <Button busy={busy} onClick={() => put('remove')}>
            {t('takeOut')}
          </Button>
        ) : null}
        <Button look="primary" busy={busy} onClick={() => put('add')}>
          {t('putIn')}
        </Button>
      </div>
    </div>
  )
}
