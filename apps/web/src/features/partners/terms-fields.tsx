'use client'

import { useTranslations } from 'use-intl'
import type { Role } from '../../graphql/generated/graphql.ts'
import { Field, Select } from '../../ui/field.tsx'
import { atMost, daysUpTo } from './terms.ts'

export interface Terms {
  readonly role: Role
  readonly days: number
  readonly extends: boolean
}

interface TermsFieldsProps {
  readonly value: Terms
  /** The most that may be chosen. */
  readonly most: Terms
  readonly onChange: (terms: Terms) => void
  readonly errorOf: (field: string) => string | null
}

/** How much, for how long, and whether the end moves on: the same for asking, answering and narrowing. */
export function TermsFields({ value, most, onChange, errorOf }: TermsFieldsProps) {
  const t = useTranslations('partners')
  const people = useTranslations('people')
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('ceiling')} hint={t(`ceilings.${value.role}`)} error={errorOf('role')}>
          {(control) => (
            <Select
              {...control}
              name="role"
              value={value.role}
              onChange={({ target }) =>
                onChange({ ...value, role: atMost(most.role).find((role) => role === target.value) ?? value.role })
              }
            >
              {atMost(most.role).map((role) => (
                <option key={role} value={role}>
                  {people(`roleNames.${role}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('days')} error={errorOf('days')}>
          {(control) => (
            <Select
              {...control}
              name="days"
              value={value.days}
              onChange={({ target }) => onChange({ ...value, days: Number(target.value) })}
            >
              {daysUpTo(most.days).map((days) => (
                <option key={days} value={days}>
                  {t('forDays', { days })}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      {most.extends ? (
        <label className="flex cursor-pointer items-start gap-2.5 text-sm">
          <input
            type="checkbox"
            checked={value.extends}
            onChange={({ target }) => onChange({ ...value, extends: target.checked })}
            className="mt-0.5 size-4.5 shrink-0 accent-accent"
          />
          <span>
            <span className="block font-medium">{t('extends')}</span>
            <span className="block text-ink-faint">{t('extendsHint')}</span>
          </span>
        </label>
      ) : null}
    </>
  )
}
