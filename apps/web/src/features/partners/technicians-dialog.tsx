'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type TechnicianGroupLineFragment, TechnicianGroupSaveDocument } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { Problem, useChange } from '../failures/index.ts'

interface TechniciansDialogProps {
  readonly partnerId: string
  /** Null makes a new one. */
  readonly group: TechnicianGroupLineFragment | null
  readonly members: readonly { readonly id: string; readonly name: string; readonly email: string }[]
  readonly onClose: () => void
}

export default function TechniciansDialog({ partnerId, group, members, onClose }: TechniciansDialogProps) {
  const t = useTranslations('partners')
  const shell = useTranslations('shell')
  const toast = useToast()
  const [name, setName] = useState(group?.name ?? '')
  const [chosen, setChosen] = useState<readonly string[]>(group?.memberIds ?? [])
  const save = useChange(TechnicianGroupSaveDocument, {
    stale: ['PartnerAccess', 'Portfolio'],
    fields: ['name'],
    onDone: (payload) => {
      toast({ text: t('groupSaved', { name: payload.group.name }) })
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.run({ tenantId: partnerId, id: group?.id ?? null, name: name.trim(), memberIds: [...chosen] })
  }
  return (
    <Dialog open onOpenChange={onClose} title={t(group ? 'changeGroup' : 'newGroup')} closeLabel={shell('close')}>
      <form onSubmit={submit} noValidate className="grid gap-5">
        <Problem text={save.problem} />
        <Field label={t('groupName')} error={save.errorOf('name')}>
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
        <fieldset>
          <legend className="mb-1.5 font-medium text-sm">{t('groupMembers')}</legend>
          <div className="max-h-72 divide-y divide-line overflow-y-auto rounded-xl border border-line">
            {members.map((member) => (
              <label key={member.id} className="flex cursor-pointer items-center gap-3 px-3.5 py-2.5 hover:bg-hover">
                <input
                  type="checkbox"
                  checked={chosen.includes(member.id)}
                  onChange={({ target }) =>
                    setChosen(target.checked ? [...chosen, member.id] : chosen.filter((id) => id !== member.id))
                  }
                  className="size-4.5 shrink-0 accent-accent"
                />
                <span className="min-w-0">
                  <span className="block truncate text-sm">{member.name}</span>
                  <span className="block truncate text-ink-faint text-sm">{member.email}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <div className="flex flex-wrap justify-end gap-2 border-line border-t pt-4">
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" look="primary" busy={save.busy}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
