'use client'

import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { PickList } from './pick-list.tsx'
import type { ScopeValue } from './scope-value.ts'

interface ScopePickerProps {
  /** Tenant whose endpoints are chosen from. */
  readonly slug: string
  readonly legend: string
  readonly value: ScopeValue
  readonly onChange: (value: ScopeValue) => void
  readonly error?: string | null
}

/** Which endpoints something is limited to: all, or groups and single ones, less what is left out. */
export function ScopePicker({ slug, legend, value, onChange, error }: ScopePickerProps) {
  const t = useTranslations('scope')
  const name = useId()
  return (
    <fieldset aria-describedby={error ? `${name}-error` : undefined} className="grid min-w-0 gap-2">
      <legend className="mb-1.5 font-medium text-sm">{legend}</legend>
      <div className="grid gap-3 rounded-xl border border-line p-3.5">
        {([true, false] as const).map((all) => (
          <label key={String(all)} className="flex min-h-6 cursor-pointer items-center gap-2.5 text-sm">
            <input
              type="radio"
              name={name}
              checked={all === (value.include === null)}
              onChange={() => onChange({ ...value, include: all ? null : [] })}
              className="size-4 accent-accent"
            />
            {t(all ? 'all' : 'only')}
          </label>
        ))}
        {value.include ? (
          <PickList
            slug={slug}
            label={t('include')}
            picks={value.include}
            onChange={(include) => onChange({ ...value, include })}
          />
        ) : null}
        <PickList
          slug={slug}
          label={t('exclude')}
          picks={value.exclude}
          onChange={(exclude) => onChange({ ...value, exclude })}
        />
      </div>
      {error ? (
        <p id={`${name}-error`} className="text-bad-ink text-sm">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
