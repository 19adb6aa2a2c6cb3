'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { EndpointGroupSaveDocument, GroupNamesDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { Button } from '../../ui/button.tsx'
import { Field, Select, TextInput } from '../../ui/field.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { Problem, useChange, useFailureText } from '../failures/index.ts'
import { groupMembers } from './group-members.ts'
import type { Selection } from './selection.ts'

export function GroupSelected({ slug, endpointIds, onClose }: Selection) {
  const t = useTranslations('groups')
  const toast = useToast()
  const failureText = useFailureText()
  const tenant = useQuery(documentQuery(GroupNamesDocument, { slug })).data?.tenant
  const groups = tenant?.endpointGroups.filter(({ rule }) => rule === null) ?? []
  const [wanted, setWanted] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [reading, setReading] = useState(false)
  const group = groups.find(({ id }) => id === (wanted ?? groups[0]?.id))
  const save = useChange(EndpointGroupSaveDocument, {
    stale: ['Groups', 'GroupNames', 'EndpointList', 'ScopeChoices'],
    fields: ['name'],
    onDone: (payload) => {
      toast({ text: t('changed', { name: payload.group.name, count: payload.group.size }) })
      onClose()
    },
  })
  const put = async (take: 'in' | 'out') => {
    if (!tenant) return
    if (!group) {
      save.run({ tenantId: tenant.id, name: name.trim(), endpointIds: [...endpointIds] })
      return
    }
    setReading(true)
    try {
      const members = new Set(await groupMembers(slug, group.id))
      for (const id of endpointIds) take === 'in' ? members.add(id) : members.delete(id)
      const { id, name: known, description } = group
      save.run({ tenantId: tenant.id, id, name: known, description, endpointIds: [...members] })
    } catch (failure) {
      toast({ text: failureText(failure) })
    }
    setReading(false)
  }
  const busy = reading || save.busy
  return (
    <div className="grid gap-5">
      <Problem text={save.problem} />
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
          <Button busy={busy} onClick={() => void put('out')}>
            {t('takeOut')}
          </Button>
        ) : null}
        <Button look="primary" busy={busy} onClick={() => void put('in')}>
          {t('putIn')}
        </Button>
      </div>
    </div>
  )
}
