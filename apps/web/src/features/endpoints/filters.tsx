'use client'

import { ArrowDownNarrowWide, ArrowUpNarrowWide, Search, X } from 'lucide-react'
import { Suspense, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../../ui/button.tsx'
import { Select, TextInput } from '../../ui/field.tsx'
import { Key } from '../../ui/key.tsx'
import { GroupFilter } from '../groups/index.ts'
import { VerdictIcon, verdictOrder } from '../verdicts/index.ts'
import { firstDirection, type ListState, sorts } from './list-state.ts'

interface FiltersProps {
  readonly slug: string
  readonly state: ListState
  readonly onChange: (change: Partial<ListState>) => void
  readonly focusSearch: boolean
}

export function Filters({ slug, state, onChange, focusSearch }: FiltersProps) {
  const t = useTranslations('endpoints')
  const verdictNames = useTranslations('verdicts')
  const sortId = useId()
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 border-line border-b p-3 sm:p-4">
      <div className="flex flex-wrap items-center gap-2">
        <SearchBox value={state.search} onChange={(search) => onChange({ search })} focus={focusSearch} />
        <div className="flex flex-1 items-center gap-1 sm:flex-none">
          <label htmlFor={sortId} className="sr-only">
            {t('sortBy')}
          </label>
          <Select
            id={sortId}
            value={state.sort}
            onChange={(event) => {
              const sort = sorts.find((each) => each === event.target.value) ?? 'NAME'
              onChange({ sort, direction: firstDirection(sort) })
            }}
          >
            {sorts.map((sort) => (
              <option key={sort} value={sort}>
                {t(`sorts.${sort}`)}
              </option>
            ))}
          </Select>
          <IconButton
            label={state.direction === 'ASC' ? t('ascending') : t('descending')}
            onClick={() => onChange({ direction: state.direction === 'ASC' ? 'DESC' : 'ASC' })}
          >
            {state.direction === 'ASC' ? (
              <ArrowUpNarrowWide aria-hidden="true" />
            ) : (
              <ArrowDownNarrowWide aria-hidden="true" />
            )}
          </IconButton>
        </div>
      </div>
      <fieldset className="-mx-3 flex min-w-0 gap-2 overflow-x-auto px-3 py-0.5 sm:-mx-4 sm:flex-wrap sm:px-4">
        <legend className="sr-only">{t('filterByVerdict')}</legend>
        {verdictOrder.map((verdict) => (
          <label
            key={verdict}
            className="relative inline-flex min-h-8 shrink-0 cursor-pointer items-center gap-1.5 rounded-full border border-line px-3 text-ink-soft text-sm transition-colors hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2"
          >
            <input
              type="checkbox"
              className="sr-only"
              checked={state.verdicts.includes(verdict)}
              onChange={(event) =>
                onChange({
                  verdicts: event.target.checked
                    ? [...state.verdicts, verdict]
                    : state.verdicts.filter((each) => each !== verdict),
                })
              }
            />
            <VerdictIcon verdict={verdict} className="size-4" />
            {verdictNames(`names.${verdict}`)}
          </label>
        ))}
        {state.verdicts.length > 0 ? (
          <button
            type="button"
            className="inline-flex min-h-8 shrink-0 items-center gap-1 rounded-full px-2 text-link text-sm"
            onClick={() => onChange({ verdicts: [] })}
          >
            <X className="size-4" aria-hidden="true" />
            {t('clearFilter')}
          </button>
        ) : null}
      </fieldset>
      <Suspense>
        <GroupFilter slug={slug} group={state.group} tag={state.tag} onChange={onChange} />
      </Suspense>
    </div>
  )
}

interface SearchBoxProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly focus: boolean
}

function SearchBox({ value, onChange, focus }: SearchBoxProps) {
  const t = useTranslations('endpoints')
  const [typed, setTyped] = useState(value)
  const [settled, setSettled] = useState(value)
  const input = useRef<HTMLInputElement>(null)
  if (value !== settled) {
    setSettled(value)
    setTyped(value)
  }
  const settle = useEffectEvent((text: string) => {
    if (text === settled) return
    setSettled(text)
    onChange(text)
  })
  useEffect(() => {
    const timer = setTimeout(() => settle(typed.trim()), 250)
    return () => clearTimeout(timer)
  }, [typed])
  useEffect(() => {
    if (focus) input.current?.focus()
  }, [focus])
  return (
    <div className="relative min-w-0 flex-1 basis-64">
      <Search
        className="pointer-events-none absolute inset-y-0 left-3 my-auto size-4.5 text-ink-faint"
        aria-hidden="true"
      />
      <TextInput
        ref={input}
        type="search"
        aria-label={t('search')}
        aria-keyshortcuts="/"
        placeholder={t('searchPlaceholder')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setTyped('')
        }}
        className="pr-10 pl-10 [&::-webkit-search-cancel-button]:hidden"
      />
      {typed ? (
        <IconButton
          label={t('clearSearch')}
          onClick={() => setTyped('')}
          className="absolute inset-y-0 right-0.5 my-auto"
        >
          <X aria-hidden="true" />
        </IconButton>
      ) : (
        <span
          className="pointer-events-none absolute inset-y-0 right-2.5 my-auto hidden h-fit sm:block"
          aria-hidden="true"
        >
          <Key>{'/'}</Key>
        </span>
      )}
    </div>
  )
}
