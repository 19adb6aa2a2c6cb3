'use client'

import { stacks } from '@sundown/core/remediation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { TextInput } from '../../ui/field.tsx'
import { starttlsChoices } from '../protocols/index.ts'
import { verdictOrder } from '../verdicts/index.ts'
import type { Subject } from './rule-value.ts'
import { useValueNames } from './use-value-names.ts'

interface ConditionValuesProps {
  readonly id: string
  readonly subject: Subject
  readonly values: readonly string[]
  readonly onChange: (values: readonly string[]) => void
}

/** Boxes where the values are known, else a field that takes several with commas between. */
export function ConditionValues({ id, subject, values, onChange }: ConditionValuesProps) {
  const t = useTranslations('groups')
  const nameOf = useValueNames()
  const [typed, setTyped] = useState(values.join(', '))
  if (subject === 'hosts' || subject === 'tags' || subject === 'ports') {
    const hint = `${id}-hint`
    return (
      <div className="grid gap-1">
        <TextInput
          aria-label={t(`subjects.${subject}`)}
          aria-describedby={hint}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value)
            onChange(valuesOf(subject, target.value))
          }}
          inputMode={subject === 'ports' ? 'numeric' : undefined}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          className={subject === 'tags' ? undefined : 'font-mono'}
        />
        <p id={hint} className="text-ink-faint text-sm">
          {t(`hints.${subject}`)}
        </p>
      </div>
    )
  }
  return (
    <div className="flex max-h-44 flex-wrap gap-1.5 overflow-y-auto p-0.5">
      {known[subject].map((value) => (
        <label
          key={value}
          className="relative inline-flex min-h-8 cursor-pointer items-center rounded-full border border-line px-3 text-ink-soft text-sm transition-colors hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2"
        >
          <input
            type="checkbox"
            checked={values.includes(value)}
            onChange={({ target }) =>
              onChange(target.checked ? [...values, value] : values.filter((each) => each !== value))
            }
            className="sr-only"
          />
          {nameOf(subject, value)}
        </label>
      ))}
    </div>
  )
}

function valuesOf(subject: 'hosts' | 'tags' | 'ports', text: string): string[] {
  const words = text
    .toLowerCase()
    .split(subject === 'tags' ? /,/ : /[\s,]+/)
    .map((word) => word.trim())
    .filter(Boolean)
  return subject === 'ports' ? words.filter((word) => /^\d{1,5}$/.test(word)) : words
}

/** The API's spelling of a stack is that of core in capitals. */
const known = {
  verdicts: verdictOrder,
  roles: ['INBOUND', 'INTERNAL', 'CLIENT'],
  starttls: starttlsChoices,
  stacks: stacks.filter((stack) => stack !== 'any').map((stack) => stack.toUpperCase().replaceAll('-', '_')),
} as const satisfies Record<Exclude<Subject, 'hosts' | 'tags' | 'ports'>, readonly string[]>
