'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleAlert } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { execute } from '../../graphql/execute.ts'
import {
  type Channel,
  type Cloud,
  DeadlineAddDocument,
  type DeadlineEffect,
  DeadlineMoveDocument,
  DeadlineWithdrawDocument,
} from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, Select, TextInput } from '../../ui/field.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { errorsByField, useErrorText, useFailureText } from '../failures/index.ts'
import { spokenProtocol } from '../protocols/index.ts'
import type { DeadlineRecord } from './timeline.ts'

interface DeadlineDialogProps {
  /** The record that moves; null adds a new one. */
  readonly record: DeadlineRecord | null
  readonly cloud: Cloud
  readonly onClose: () => void
}

interface Values {
  readonly service: string
  readonly channel: Channel
  readonly effect: DeadlineEffect
  readonly protocols: readonly string[]
  readonly date: string
  readonly announcedOn: string
  readonly source: string
  readonly note: string
  readonly reason: string
}

const fieldNames = ['service', 'date', 'announcedOn', 'source', 'note', 'reason', 'protocols'] as const

export default function DeadlineDialog({ record, cloud, onClose }: DeadlineDialogProps) {
  const t = useTranslations('deadlines')
  const shell = useTranslations('shell')
  const format = useFormatter()
  const toast = useToast()
  const errorText = useErrorText()
  const failureText = useFailureText()
  const queryClient = useQueryClient()
  const [values, setValues] = useState<Values>({ ...emptyValues, date: record?.date ?? '' })
  const save = useMutation({
    mutationFn: async () => (record ? await move(record.id, values) : await add(cloud, values)),
    onSuccess: async (result) => {
      if (result.__typename === 'UserErrors') return
      toast({ text: t('saved') })
      onClose()
      await queryClient.invalidateQueries()
    },
  })
  const withdraw = useMutation({
    mutationFn: async (id: string) => (await execute(DeadlineWithdrawDocument, { input: { id } })).deadlineWithdraw,
    onSuccess: async (result) => {
      if (result.__typename === 'UserErrors') return
      toast({ text: t('withdrawn') })
      onClose()
      await queryClient.invalidateQueries()
    },
  })
  const refusal = withdraw.data?.__typename === 'UserErrors' ? withdraw.data.errors[0] : undefined
  const errors = errorsByField(save.data?.__typename === 'UserErrors' ? save.data.errors : [], fieldNames)
  const failure = save.error ?? withdraw.error
  const problem = failure
    ? failureText(failure)
    : refusal
      ? refusal.code === 'NOT_FOUND'
        ? t('withdrawShipped')
        : errorText(refusal)
      : errors.rest[0]
        ? errorText(errors.rest[0])
        : null
  const errorOf = (name: (typeof fieldNames)[number]) => (errors.fields[name] ? errorText(errors.fields[name]) : null)
  const control = (name: 'service' | 'date' | 'announcedOn' | 'source' | 'note' | 'reason') => ({
    name,
    value: values[name],
    onChange: (event: { target: { value: string } }) => setValues({ ...values, [name]: event.target.value }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const textField = (name: 'service' | 'source' | 'note' | 'reason', label: string, hint?: string) => (
    <Field label={label} hint={hint} error={errorOf(name)}>
      {(field) => <TextInput {...field} {...control(name)} autoComplete="off" />}
    </Field>
  )

  return (
    <Dialog open onOpenChange={onClose} title={record ? t('moveTitle') : t('addTitle')} closeLabel={shell('close')}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <p className="text-ink-soft">
          {record
            ? t('moveNote', {
                service: record.service,
                date: format.dateTime(new Date(record.date), { dateStyle: 'long', timeZone: 'UTC' }),
              })
            : t('addNote')}
        </p>
        {problem ? (
          <Callout tone="bad" role="alert" icon={<CircleAlert aria-hidden="true" />}>
            {problem}
          </Callout>
        ) : null}
        {record ? null : (
          <>
            {textField('service', t('service'))}
            <Field label={t('channel')}>
              {(field) => (
                <Select
                  {...field}
                  value={values.channel}
                  onChange={({ target }) =>
                    setValues({ ...values, channel: channels.find((each) => each === target.value) ?? 'ANY' })
                  }
                >
                  {channels.map((channel) => (
                    <option key={channel} value={channel}>
                      {t(`channels.${channel}`)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field label={t('effect')}>
              {(field) => (
                <Select
                  {...field}
                  value={values.effect}
                  onChange={({ target }) =>
                    setValues({ ...values, effect: effects.find((each) => each === target.value) ?? 'BLOCKED' })
                  }
                >
                  {effects.map((effect) => (
                    <option key={effect} value={effect}>
                      {t(`effectNames.${effect}`)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <fieldset>
              <legend className="mb-1.5 font-medium text-sm">{t('protocols')}</legend>
              <div className="flex flex-wrap gap-x-5 gap-y-1.5">
                {protocols.map((protocol) => (
                  <label key={protocol} className="inline-flex min-h-6 cursor-pointer items-center gap-2">
                    <input
                      type="checkbox"
                      checked={values.protocols.includes(protocol)}
                      onChange={({ target }) =>
                        setValues({
                          ...values,
                          protocols: protocols.filter((each) =>
                            each === protocol ? target.checked : values.protocols.includes(each),
                          ),
                        })
                      }
                      className="size-4.5 accent-accent"
                    />
                    {spokenProtocol(protocol)}
                  </label>
                ))}
              </div>
            </fieldset>
          </>
        )}
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('date')} error={errorOf('date')}>
            {(field) => <TextInput {...field} {...control('date')} type="date" />}
          </Field>
          <Field label={t('announcedOn')} error={errorOf('announcedOn')}>
            {(field) => <TextInput {...field} {...control('announcedOn')} type="date" />}
          </Field>
        </div>
        {textField('source', t('sourceField'), t('sourceHint'))}
        {record ? null : textField('note', t('noteField'))}
        {textField('reason', t('reason'))}
        <div className="flex flex-wrap justify-end gap-2 border-line border-t pt-4">
          {record ? (
            <Button
              look="danger"
              className="mr-auto"
              busy={withdraw.isPending}
              onClick={() => withdraw.mutate(record.id)}
            >
              {t('withdraw')}
            </Button>
          ) : null}
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

async function move(id: string, { date, announcedOn, source, reason }: Values) {
  const input = { id, date, announcedOn: announcedOn || null, source: source.trim(), reason: reason.trim() || null }
  return (await execute(DeadlineMoveDocument, { input })).deadlineMove
}

async function add(cloud: Cloud, { announcedOn, protocols: chosen, reason, ...said }: Values) {
  const input = {
    ...said,
    clouds: [cloud],
    protocols: [...chosen],
    announcedOn: announcedOn || null,
    reason: reason.trim() || null,
  }
  return (await execute(DeadlineAddDocument, { input })).deadlineAdd
}

const protocols = ['TLSv1.0', 'TLSv1.1', '3DES', 'static-RSA', 'SHA-1'] as const

const effects = [
  'BLOCKED',
  'ENFORCING',
  'UNSUPPORTED',
  'ANNOUNCED',
  'OPT_IN_LEGACY',
  'DEFAULT_OFF',
] as const satisfies readonly DeadlineEffect[]

const channels = [
  'ANY',
  'HTTPS',
  'SMTP_IN',
  'SMTP_AUTH',
  'POP3',
  'IMAP4',
  'SIP',
  'SIGN_IN',
  'STORAGE',
  'MANAGEMENT',
  'OPERATING_SYSTEM',
  'BROWSER',
] as const satisfies readonly Channel[]

const emptyValues: Values = {
  service: 'Microsoft 365',
  channel: 'ANY',
  effect: 'BLOCKED',
  protocols: ['TLSv1.0', 'TLSv1.1'],
  date: '',
  announcedOn: '',
  source: '',
  note: '',
  reason: '',
}
