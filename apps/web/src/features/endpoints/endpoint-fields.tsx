'use client'

import { useTranslations } from 'use-intl'
import type { StarttlsKind } from '../../graphql/generated/graphql.ts'
import { Field, Select, TextInput } from '../../ui/field.tsx'
import { starttlsChoices } from '../protocols/index.ts'

interface FieldProps<Value> {
  readonly value: Value
  readonly error: string | null
  readonly onChange: (value: Value) => void
}

export function LabelField({ value, error, onChange }: FieldProps<string>) {
  const t = useTranslations('endpoints')
  return (
    <Field label={t('label')} hint={t('labelHint')} error={error}>
      {(control) => (
        <TextInput {...control} name="label" value={value} onChange={({ target }) => onChange(target.value)} />
      )}
    </Field>
  )
}

export function ServerNameField({ value, error, onChange }: FieldProps<string>) {
  const t = useTranslations('endpoints')
  return (
    <Field label={t('serverName')} hint={t('serverNameHint')} error={error}>
      {(control) => (
        <TextInput
          {...control}
          name="serverName"
          value={value}
          onChange={({ target }) => onChange(target.value)}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
        />
      )}
    </Field>
  )
}

export function StarttlsField({ value, error, onChange }: FieldProps<StarttlsKind | null>) {
  const t = useTranslations('endpoints')
  return (
    <Field label={t('starttls')} hint={t('starttlsHint')} error={error}>
      {(control) => (
        <Select
          {...control}
          name="starttls"
          value={value ?? ''}
          onChange={({ target }) => onChange(starttlsChoices.find((kind) => kind === target.value) ?? null)}
        >
          <option value="">{t('starttlsNone')}</option>
          {starttlsChoices.map((kind) => (
            <option key={kind} value={kind}>
              {t(`starttlsKinds.${kind}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
