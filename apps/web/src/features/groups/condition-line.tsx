'use client'

import { X } from 'lucide-react'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../../ui/button.tsx'
import { Select } from '../../ui/field.tsx'
import { ConditionValues } from './condition-values.tsx'
import { type Condition, subjects } from './rule-value.ts'

interface ConditionLineProps {
  readonly number: number
  readonly condition: Condition
  readonly onChange: (part: Partial<Condition>) => void
  readonly onRemove: (() => void) | null
}

export function ConditionLine({ number, condition, onChange, onRemove }: ConditionLineProps) {
  const t = useTranslations('groups')
  const id = useId()
  return (
    <li className="rounded-lg border border-line bg-surface p-3">
      <fieldset className="grid min-w-0 gap-2.5">
        <legend className="sr-only">{t('condition', { number })}</legend>
        <div className="flex items-center gap-2">
          <div className="min-w-0 flex-1">
            <Select
              aria-label={t('subject')}
              value={condition.subject}
              onChange={({ target }) =>
                onChange({ subject: subjects.find((each) => each === target.value) ?? 'hosts', values: [] })
              }
            >
              {subjects.map((subject) => (
                <option key={subject} value={subject}>
                  {t(`subjects.${subject}`)}
                </option>
              ))}
            </Select>
          </div>
          <div className="min-w-0 flex-1">
            <Select
              aria-label={t('comparison')}
              value={condition.not ? 'not' : 'is'}
              onChange={({ target }) => onChange({ not: target.value === 'not' })}
            >
              <option value="is">{t('comparisons.is')}</option>
              <option value="not">{t('comparisons.not')}</option>
            </Select>
          </div>
          {onRemove ? (
            <IconButton label={t('removeCondition', { number })} onClick={onRemove}>
              <X aria-hidden="true" />
            </IconButton>
          ) : null}
        </div>
        <ConditionValues
          key={condition.subject}
          id={id}
          subject={condition.subject}
          values={condition.values}
          onChange={(values) => onChange({ values })}
        />
      </fieldset>
    </li>
  )
}
