'use client'

import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Field, Select, TextInput } from '../../ui/field.tsx'
import type { Problem } from './changes.ts'
import { hashChoices, type LimitValues, limitIsRefused, numberLimits, numberRanges } from './limits.ts'
import type { CodePointChoice, LimitChoices } from './policy-words.ts'

interface LimitFieldsProps {
  readonly values: LimitValues
  readonly choices: LimitChoices
  readonly problems: readonly Problem[]
  readonly onChange: (values: LimitValues) => void
}

/** The limits that rules measure against: versions, sizes, days, and which suites and groups are allowed. */
export function LimitFields({ values, choices, problems, onChange }: LimitFieldsProps) {
  const t = useTranslations('policies.limits')
  const refused = (limit: Parameters<typeof limitIsRefused>[1]) => limitIsRefused(problems, limit)
  return (
    <div className="grid gap-5 border-line border-t px-5 py-5">
      <Checks
        title={t('versions')}
        error={refused('versions') ? t('chooseOne') : null}
        choices={versionChoices}
        chosen={values.versions}
        onChange={(versions) => onChange({ ...values, versions })}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        {numberLimits.map((name) => (
          <Field
            key={name}
            label={t(name)}
            hint={name === 'certificateMaxDays' ? t('emptyForNone') : null}
            error={refused(name) ? t('range', { least: numberRanges[name][0], most: numberRanges[name][1] }) : null}
          >
            {(control) => (
              <TextInput
                {...control}
                name={name}
                value={values[name]}
                inputMode="numeric"
                autoComplete="off"
                onChange={(event) => onChange({ ...values, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <Field label={t('certificateHashBits')}>
          {(control) => (
            <Select
              {...control}
              name="certificateHashBits"
              value={values.certificateHashBits}
              onChange={({ target }) => onChange({ ...values, certificateHashBits: target.value })}
            >
              <option value="">{t('noLimit')}</option>
              {hashChoices.map(({ bits, name }) => (
                <option key={bits} value={bits}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Allowed
        name="cipherSuites"
        choices={choices.cipherSuites}
        chosen={values.cipherSuites}
        error={refused('cipherSuites') ? t('chooseOne') : null}
        onChange={(cipherSuites) => onChange({ ...values, cipherSuites })}
      />
      <Allowed
        name="groups"
        choices={choices.groups}
        chosen={values.groups}
        error={refused('groups') ? t('chooseOne') : null}
        onChange={(groups) => onChange({ ...values, groups })}
      />
    </div>
  )
}

const versionChoices = ['SSLv2', 'SSLv3', 'TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'].map((id) => ({
  id,
  name: id.replace(/^SSLv(\d)$/, 'SSL $1.0').replace(/^TLSv/, 'TLS '),
}))

interface AllowedProps {
  readonly name: 'cipherSuites' | 'groups'
  readonly choices: readonly CodePointChoice[]
  /** Null where everything is allowed. */
  readonly chosen: readonly number[] | null
  readonly error: string | null
  readonly onChange: (chosen: readonly number[] | null) => void
}

/** Everything, or a list to choose from; a list starts with all that is offered. */
function Allowed({ name, choices, chosen, error, onChange }: AllowedProps) {
  const t = useTranslations('policies.limits')
  const unlisted = (chosen ?? []).filter((id) => choices.every((choice) => choice.id !== id))
  const all = [...choices, ...unlisted.map((id) => ({ id, name: `0x${id.toString(16).padStart(4, '0')}` }))]
  return (
    <div className="grid gap-2">
      <label className="flex min-h-6 cursor-pointer items-center gap-2.5">
        <input
          type="checkbox"
          name={name}
          checked={chosen !== null}
          onChange={({ target }) => onChange(target.checked ? choices.map(({ id }) => id) : null)}
          className="size-4.5 accent-accent"
        />
        {t(`only.${name}`)}
      </label>
      {chosen === null ? null : (
        <details className="group" open={error !== null || undefined}>
          <summary className="flex min-h-9 cursor-pointer items-center gap-2 text-ink-soft text-sm hover:text-ink">
            <ChevronRight className="size-4 transition-transform group-open:rotate-90" aria-hidden="true" />
            {t('chosen', { count: chosen.length, of: all.length })}
          </summary>
          <Checks title={t(name)} error={error} choices={all} chosen={chosen} onChange={onChange} />
        </details>
      )}
    </div>
  )
}

interface ChecksProps<Id extends string | number> {
  readonly title: string
  readonly error: string | null
  readonly choices: readonly { readonly id: Id; readonly name: string }[]
  readonly chosen: readonly Id[]
  readonly onChange: (chosen: readonly Id[]) => void
}

function Checks<Id extends string | number>({ title, error, choices, chosen, onChange }: ChecksProps<Id>) {
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-medium text-sm">{title}</legend>
      <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
        {choices.map(({ id, name }) => (
          <label key={id} className="flex min-h-6 min-w-0 cursor-pointer items-center gap-2.5 text-sm">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ target }) =>
                onChange(
                  choices.flatMap((each) =>
                    (each.id === id ? target.checked : chosen.includes(each.id)) ? each.id : [],
                  ),
                )
              }
              className="size-4.5 shrink-0 accent-accent"
            />
            <span className="min-w-0 break-all">{name}</span>
          </label>
        ))}
      </div>
      {error ? (
        <p role="alert" className="text-bad-ink text-sm">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
