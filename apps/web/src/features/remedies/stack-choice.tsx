'use client'

import { guessStack, stackNames, stacks } from '@sundown/core/remediation'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import type { Stack as ToldStack } from '../../graphql/generated/graphql.ts'
import { Select } from '../../ui/field.tsx'
import { useFacts } from '../facts/index.ts'
import { useChosenStack } from './chosen-stack.ts'

interface StackChoiceProps {
  readonly endpointId: string
  /** What the endpoint is said to run on, for everybody; null where it is guessed. */
  readonly told: ToldStack | null
  readonly resultId: string
}

/** Asks what the endpoint runs on, with what its greeting suggests as the first answer. */
export default function StackChoice({ endpointId, told, resultId }: StackChoiceProps) {
  const t = useTranslations('remedies')
  const id = useId()
  const { stack, choose } = useStack(endpointId, told, resultId)
  return (
    <div className="flex items-center gap-2.5">
      <label htmlFor={id} className="whitespace-nowrap text-ink-soft text-sm">
        {t('runsOn')}
      </label>
      <Select id={id} value={stack ?? ''} onChange={(event) => choose(event.target.value)} className="text-sm">
        <option value="">{t('notChosen')}</option>
        {stacks
          .filter((each) => each !== 'any')
          .map((each) => (
            <option key={each} value={each}>
              {stackNames[each]}
            </option>
          ))}
      </Select>
    </div>
  )
}

/** The stack chosen in this browser, else the one that the endpoint is said to run on, else what the facts suggest. */
export function useStack(endpointId: string, told: ToldStack | null, resultId: string) {
  const { facts } = useFacts(resultId)
  const [chosen, choose] = useChosenStack(endpointId)
  const known = stacks.find((each) => each === told?.toLowerCase().replaceAll('_', '-'))
  const guess = known ?? (facts ? guessStack(facts) : null)
  const stack = chosen === null ? guess : (stacks.find((each) => each === chosen) ?? null)
  return { stack, choose }
}
