'use client'

import { stackNames, stacks } from '@sundown/core/remediation'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleAlert } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { execute } from '../../graphql/execute.ts'
import {
  type EndpointRole,
  EndpointUpdateDocument,
  type Stack,
  type StarttlsKind,
} from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { errorsByField, useErrorText, useFailureText } from '../failures/index.ts'
import { forgetChosenStack } from '../remedies/index.ts'
import { LabelField, ServerNameField, StarttlsField } from './endpoint-fields.tsx'
import { RoleChoice } from './role-choice.tsx'

interface EditedEndpoint {
  readonly id: string
  readonly address: string
  readonly label?: string | null
  readonly role: EndpointRole
  readonly serverName?: string | null
  readonly starttls?: StarttlsKind | null
  readonly stack?: Stack | null
}

interface EndpointDialogProps {
  readonly endpoint: EditedEndpoint
  readonly onClose: () => void
}

const fieldNames = ['label', 'serverName', 'starttls', 'stack', 'role'] as const

/** Changes what is known of an endpoint; its address stays. */
export default function EndpointDialog({ endpoint, onClose }: EndpointDialogProps) {
  const t = useTranslations('endpoints')
  const shell = useTranslations('shell')
  const toast = useToast()
  const errorText = useErrorText()
  const failureText = useFailureText()
  const queryClient = useQueryClient()
  const [values, setValues] = useState({
    label: endpoint.label ?? '',
    role: endpoint.role,
    serverName: endpoint.serverName ?? '',
    starttls: endpoint.starttls ?? null,
    stack: endpoint.stack ?? null,
  })
  const set = (part: Partial<typeof values>) => setValues({ ...values, ...part })
  const save = useMutation({
    mutationFn: async () => {
      const { label, serverName, ...rest } = values
      const input = { id: endpoint.id, ...rest, label: label.trim() || null, serverName: serverName.trim() || null }
      return (await execute(EndpointUpdateDocument, { input })).endpointUpdate
    },
    onSuccess: async (result) => {
      if (result.__typename === 'UserErrors') return
      forgetChosenStack(endpoint.id)
      toast({ text: t('edited') })
      onClose()
      await Promise.all(
        ['EndpointReport', 'ScanReport', 'EndpointList', 'Overview'].map((name) =>
          queryClient.invalidateQueries({ queryKey: [name] }),
        ),
      )
    },
  })
  const errors = errorsByField(save.data?.__typename === 'UserErrors' ? save.data.errors : [], fieldNames)
  const errorOf = (name: (typeof fieldNames)[number]) => (errors.fields[name] ? errorText(errors.fields[name]) : null)
  const problem = save.isError ? failureText(save.error) : errors.rest[0] ? errorText(errors.rest[0]) : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!save.isPending) save.mutate()
  }
  return (
    <Dialog open onOpenChange={onClose} title={t('editTitle')} closeLabel={shell('close')}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <p className="break-all font-mono text-ink-soft">{endpoint.address}</p>
        {problem ? (
          <Callout tone="bad" role="alert" icon={<CircleAlert aria-hidden="true" />}>
            {problem}
          </Callout>
        ) : null}
        <LabelField value={values.label} error={errorOf('label')} onChange={(label) => set({ label })} />
        <Field label={t('stack')} hint={t('stackHint')} error={errorOf('stack')}>
          {(control) => (
            <Select
              {...control}
              name="stack"
              value={values.stack ?? ''}
              onChange={({ target }) => set({ stack: stackChoices.find(({ id }) => id === target.value)?.id ?? null })}
            >
              <option value="">{t('stackGuessed')}</option>
              {stackChoices.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <RoleChoice value={values.role} onChange={(role) => set({ role })} />
        <StarttlsField value={values.starttls} error={errorOf('starttls')} onChange={(starttls) => set({ starttls })} />
        <ServerNameField
          value={values.serverName}
          error={errorOf('serverName')}
          onChange={(serverName) => set({ serverName })}
        />
        <p className="text-ink-faint text-sm">{t('editNote')}</p>
        <div className="flex justify-end gap-2 border-line border-t pt-4">
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" look="primary" busy={save.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** The API's spelling of a stack is that of core in capitals. */
const stackChoices = stacks
  .filter((stack) => stack !== 'any')
  .map((stack) => ({ id: stack.toUpperCase().replaceAll('-', '_') as Stack, name: stackNames[stack] }))
