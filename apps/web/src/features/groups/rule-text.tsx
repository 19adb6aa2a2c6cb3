'use client'

import { useFormatter, useTranslations } from 'use-intl'
import type { RuleValue } from './rule-value.ts'
import { useValueNames } from './use-value-names.ts'

/** A rule as a sentence. */
export function RuleText({ rule }: { readonly rule: RuleValue }) {
  const t = useTranslations('groups')
  const format = useFormatter()
  const nameOf = useValueNames()
  const parts = rule.conditions.map(({ subject, not, values }) =>
    t(not ? 'isNot' : 'is', {
      subject: t(`subjects.${subject}`),
      values: format.list(
        values.map((value) => nameOf(subject, value)),
        { type: 'disjunction' },
      ),
    }),
  )
  return format.list(parts, { type: rule.match === 'ALL' ? 'conjunction' : 'disjunction' })
}
