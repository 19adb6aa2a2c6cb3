'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { ConditionLine } from './condition-line.tsx'
import { added, type Condition, type RuleValue } from './rule-value.ts'

interface RuleBuilderProps {
  readonly value: RuleValue
  readonly onChange: (value: RuleValue) => void
}

export function RuleBuilder({ value, onChange }: RuleBuilderProps) {
  const t = useTranslations('groups')
  const replace = (key: number, part: Partial<Condition> | null) =>
    onChange({
      ...value,
      conditions: value.conditions.flatMap((each) => (each.key !== key ? [each] : part ? [{ ...each, ...part }] : [])),
    })
  return (
    <div className="grid gap-3 rounded-xl border border-line bg-sunken p-3.5">
      {value.conditions.length > 1 ? (
        <Segmented
          legend={t('match')}
          value={value.match}
          onChange={(match) => onChange({ ...value, match })}
          options={[
            { value: 'ALL', label: t('matches.ALL') },
            { value: 'ANY', label: t('matches.ANY') },
          ]}
        />
      ) : null}
      <ol className="grid gap-3">
        {value.conditions.map((condition, index) => (
          <ConditionLine
            key={condition.key}
            number={index + 1}
            condition={condition}
            onChange={(part) => replace(condition.key, part)}
            onRemove={value.conditions.length > 1 ? () => replace(condition.key, null) : null}
          />
        ))}
      </ol>
      <div>
        <Button size="small" icon={<Plus aria-hidden="true" />} onClick={() => onChange(added(value))}>
          {t('addCondition')}
        </Button>
      </div>
    </div>
  )
}
