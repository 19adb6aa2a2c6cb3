'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import {
  type CustomRoleLineFragment,
  CustomRoleSaveDocument,
  type CustomRolesQuery,
} from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { Problem, useChange } from '../failures/index.ts'
import { coveredBy, patternsOf } from './patterns.ts'

interface RoleDialogProps {
  readonly tenantId: string
  /** Null makes a new one. */
  readonly role: CustomRoleLineFragment | null
  readonly permissions: CustomRolesQuery['permissions']
  readonly onClose: () => void
}

/** A role as the API's table of permissions, box by box, or as patterns over it; each shows what the other comes to. */
export default function RoleDialog({ tenantId, role, permissions, onClose }: RoleDialogProps) {
  const t = useTranslations('roles')
  const people = useTranslations('people')
  const shell = useTranslations('shell')
  const toast = useToast()
  const [name, setName] = useState(role?.name ?? '')
  const [text, setText] = useState((role?.patterns ?? ['tenant.read']).join(', '))
  const patterns = patternsOf(text)
  const save = useChange(CustomRoleSaveDocument, {
    stale: ['CustomRoles', 'People', 'PeopleTenant'],
    fields: ['name', 'patterns'],
    onDone: (payload) => {
      toast({ text: t('saved', { name: payload.role.name }) })
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.run({ tenantId, id: role?.id ?? null, name: name.trim(), patterns })
  }
  return (
    <Dialog open onOpenChange={onClose} title={t(role ? 'edit' : 'create')} closeLabel={shell('close')}>
      <form onSubmit={submit} noValidate className="grid gap-5">
        <Problem text={save.problem} />
        <Field label={t('name')} error={save.errorOf('name')}>
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
          <legend className="mb-1.5 font-medium text-sm">{t('may')}</legend>
          <div className="grid gap-0.5 rounded-xl border border-line p-2">
            {permissions.map(({ permission, name: dotted }) => {
              const pattern = coveredBy(dotted, patterns)
              const byPattern = pattern !== undefined && pattern !== dotted
              return (
                <label
                  key={permission}
                  className="flex min-h-8 cursor-pointer items-center gap-2.5 rounded-md px-1.5 text-sm hover:bg-hover has-disabled:cursor-not-allowed"
                >
                  <input
                    type="checkbox"
                    checked={pattern !== undefined}
                    disabled={byPattern}
                    onChange={({ target }) =>
                      setText(
                        (target.checked ? [...patterns, dotted] : patterns.filter((each) => each !== dotted)).join(
                          ', ',
                        ),
                      )
                    }
                    className="size-4 shrink-0 accent-accent"
                  />
                  <span className="min-w-0 flex-1">
                    {people.has(`permissions.${permission}`) ? people(`permissions.${permission}`) : dotted}
                  </span>
                  {byPattern ? <span className="font-mono text-ink-faint text-xs">{pattern}</span> : null}
                </label>
              )
            })}
          </div>
        </fieldset>
        <Field label={t('patterns')} hint={t('patternsHint')} error={save.errorOf('patterns')}>
          {(control) => (
            <TextInput
              {...control}
              name="patterns"
              value={text}
              onChange={({ target }) => setText(target.value)}
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              className="font-mono"
            />
          )}
        </Field>
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
