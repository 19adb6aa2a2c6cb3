'use client'

import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { ApiKeyCreateDocument, KeyTechniciansDocument, type Permission } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { Button } from '../../ui/button.tsx'
import { Field, Select, TextInput } from '../../ui/field.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { Problem, useChange } from '../failures/index.ts'
import { everything, ScopePicker, scopeInput } from '../scope/index.ts'
import { PermissionChoice } from './permission-choice.tsx'
import { dotted, type Purpose, purposeNames, purposes } from './scopes.ts'

interface CreateFormProps {
  readonly slug: string
  readonly tenantId: string
  readonly onMade: (made: { readonly secret: string; readonly name: string }) => void
  readonly onClose: () => void
}

const lives = [30, 90, 180, 365, 730] as const

export function CreateForm({ slug, tenantId, onMade, onClose }: CreateFormProps) {
  const t = useTranslations('keys')
  const format = useFormatter()
  const purposeId = useId()
  const [values, setValues] = useState({ name: '', purpose: 'scan' as Purpose, days: 90, ranges: '', technicians: '' })
  const [scope, setScope] = useState(everything)
  const [chosen, setChosen] = useState<readonly Permission[]>([])
  const set = (part: Partial<typeof values>) => setValues({ ...values, ...part })
  const { data } = useQuery({ ...documentQuery(KeyTechniciansDocument, { slug }), retry: false })
  const groups = data?.tenant?.technicianGroups ?? []
  const create = useChange(ApiKeyCreateDocument, {
    stale: ['ApiKeys'],
    fields: ['name', 'scopes', 'ipRanges', 'days', 'scope', 'technicianGroupId'],
    onDone: ({ secret, apiKey }) => onMade({ secret, name: apiKey.name }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.run({
      tenantId,
      name: values.name.trim(),
      scopes: values.purpose === 'chosen' ? chosen.map(dotted) : [...purposes[values.purpose]],
      ipRanges: values.ranges.split(/[\s,]+/).filter(Boolean),
      days: values.days,
      scope: scopeInput(scope),
      technicianGroupId: values.technicians || null,
    })
  }
  const ends = new Date(Date.now() + values.days * 86_400_000)
  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      <Problem text={create.problem} />
      <Field label={t('name')} hint={t('nameHint')} error={create.errorOf('name')}>
        {(control) => (
          <TextInput
            {...control}
            name="name"
            value={values.name}
            onChange={({ target }) => set({ name: target.value })}
            autoComplete="off"
          />
        )}
      </Field>
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 font-medium text-sm">{t('may')}</legend>
        {purposeNames.map((purpose) => (
          <label
            key={purpose}
            className="flex cursor-pointer items-start gap-2.5 rounded-xl border border-line p-3 transition-colors hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name="purpose"
              value={purpose}
              checked={values.purpose === purpose}
              onChange={() => set({ purpose })}
              aria-describedby={`${purposeId}-${purpose}`}
              className="mt-1 size-4 accent-accent"
            />
            <span>
              <span className="block font-medium text-sm">{t(`purposes.${purpose}.name`)}</span>
              <span id={`${purposeId}-${purpose}`} className="block text-ink-soft text-sm">
                {t(`purposes.${purpose}.note`)}
              </span>
            </span>
          </label>
        ))}
        {values.purpose === 'chosen' ? (
          <PermissionChoice chosen={chosen} onChange={setChosen} error={create.errorOf('scopes')} />
        ) : null}
      </fieldset>
      <ScopePicker slug={slug} legend={t('scope')} value={scope} onChange={setScope} error={create.errorOf('scope')} />
      {groups.length > 0 ? (
        <Field label={t('customersOf')} hint={t('customersOfHint')} error={create.errorOf('technicianGroupId')}>
          {(control) => (
            <Select
              {...control}
              name="technicians"
              value={values.technicians}
              onChange={({ target }) => set({ technicians: target.value })}
            >
              <option value="">{t('noCustomers')}</option>
              {groups.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
      <Field
        label={t('life')}
        hint={t('lifeHint', { date: format.dateTime(ends, { dateStyle: 'long' }) })}
        error={create.errorOf('days')}
      >
        {(control) => (
          <Select
            {...control}
            name="days"
            value={values.days}
            onChange={({ target }) => set({ days: Number(target.value) })}
          >
            {lives.map((days) => (
              <option key={days} value={days}>
                {t('days', { days })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('ranges')} hint={t('rangesHint')} error={create.errorOf('ipRanges')}>
        {(control) => (
          <TextArea
            {...control}
            name="ranges"
            rows={2}
            value={values.ranges}
            onChange={({ target }) => set({ ranges: target.value })}
            placeholder={rangeExample}
            spellCheck={false}
            autoComplete="off"
            className="font-mono"
          />
        )}
      </Field>
      <div className="flex flex-wrap justify-end gap-2 border-line border-t pt-4">
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" look="primary" busy={create.busy}>
          {t('make')}
        </Button>
      </div>
    </form>
  )
}

const rangeExample = '192.0.2.0/24'
