'use client'

import { stackNames, stacks } from '@sundown/core/remediation'
import { useTranslations } from 'use-intl'
import type { EndpointRole, StarttlsKind, Verdict } from '../../graphql/generated/graphql.ts'
import type { Subject } from './rule-value.ts'

/** A value of a condition as a reader knows it. */
export function useValueNames(): (subject: Subject, value: string) => string {
  const endpoints = useTranslations('endpoints')
  const verdicts = useTranslations('verdicts')
  return (subject, value) => {
    switch (subject) {
      case 'verdicts':
        return verdicts(`names.${value as Verdict}`)
      case 'roles':
        return endpoints(`roles.${value as EndpointRole}.name`)
      case 'starttls':
        return endpoints(`starttlsKinds.${value as StarttlsKind}`)
      case 'stacks':
        return nameOfStack(value)
      default:
        return value
    }
  }
}

/** The API's spelling of a stack is that of core in capitals. */
function nameOfStack(value: string): string {
  const stack = stacks.find((each) => each === value.toLowerCase().replaceAll('_', '-'))
  return stack ? stackNames[stack] : value
}
