'use client'

import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { Severity } from '../../graphql/generated/graphql.ts'
import { Field, Select, TextInput } from '../../ui/field.tsx'
import { Pill } from '../../ui/pill.tsx'
import { type Problem, problemOf, type RuleFacts, type RuleValues, ruleChange } from './changes.ts'

interface RuleFieldsProps {
  readonly rule: RuleFacts
  readonly title: string
  readonly values: RuleValues
  readonly problems: readonly Problem[]
  readonly onChange: (values: RuleValues) => void
}

/** One rule: a line that says how much it matters, opened to change it. A rule with a problem stands open. */
export function RuleFields({ rule, title, values, problems, onChange }: RuleFieldsProps) {
  const t = useTranslations('policies')
  const severities = useTranslations('report.severities')
  const errorOf = (field: keyof RuleValues) => {
    const problem = problemOf(problems, rule.ruleId, field)
    if (!problem) return null
    if (problem.code === 'weakens-readiness') return t('problems.weakens-readiness')
    return t(field === 'off' ? 'problems.off' : 'problems.number')
  }
  const broken = problems.some(
    ({ path }) => path === `rules.${rule.ruleId}` || path.startsWith(`rules.${rule.ruleId}.`),
  )
  const changed = ruleChange(rule, values) !== null
  const text = (name: 'cost' | 'cap' | 'off', label: string, hint: string) => (
    <Field label={label} hint={hint} error={errorOf(name)}>
      {(control) => (
        <TextInput
          {...control}
          name={`${rule.ruleId}-${name}`}
          value={values[name]}
          inputMode={name === 'off' ? 'text' : 'numeric'}
          autoComplete="off"
          onChange={(event) => onChange({ ...values, [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <details open={broken || undefined} className="group border-line border-t">
      <summary className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-4 gap-y-1 px-5 py-2.5 hover:bg-hover">
        <ChevronRight
          className="size-4 shrink-0 text-ink-faint transition-transform group-open:rotate-90"
          aria-hidden="true"
        />
        <span className="min-w-0 flex-1 basis-44">{title}</span>
        {changed ? <Pill tone="risk">{t('changed')}</Pill> : null}
        <span className="text-ink-faint text-sm">
          {values.off.trim()
            ? t('notAsked')
            : t('weight', { severity: severities(values.severity), cost: values.cost })}
        </span>
      </summary>
      <div className="grid gap-4 px-5 pt-2 pb-5 sm:grid-cols-3">
        <Field label={t('severity')}>
          {(control) => (
            <Select
              {...control}
              name={`${rule.ruleId}-severity`}
              value={values.severity}
              onChange={({ target }) =>
                onChange({ ...values, severity: severityChoices.find((each) => each === target.value) ?? 'INFO' })
              }
            >
              {severityChoices.map((each) => (
                <option key={each} value={each}>
                  {severities(each)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {text('cost', t('cost'), t('costHint'))}
        {text('cap', t('cap'), t('capHint'))}
        <div className="sm:col-span-3">{text('off', t('off'), t('offHint'))}</div>
        <label className="flex min-h-6 cursor-pointer items-center gap-2.5 sm:col-span-3">
          <input
            type="checkbox"
            checked={values.required}
            onChange={(event) => onChange({ ...values, required: event.target.checked })}
            className="size-4.5 accent-accent"
          />
          {t('required')}
        </label>
      </div>
    </details>
  )
}

const severityChoices = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFO'] as const satisfies readonly Severity[]
