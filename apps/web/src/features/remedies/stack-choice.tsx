'use client'

import { guessStack, stackNames, stacks } from '@sundown/core/remediation'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { Select } from '../../ui/field.tsx'
import { useFacts } from '../facts/index.ts'
import { useChosenStack } from './chosen-stack.ts'

interface StackChoiceProps {
  readonly endpointId: string
  readonly resultId: string
}

/** Asks what the endpoint runs on, with what its greeting suggests as the first answer. */
export default function StackChoice({ endpointId, resultId }: StackChoiceProps) {
  const t = useTranslations('remedies')
  const id = useId()
  const { stack, choose } = useStack(endpointId, resultId)
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

/** The chosen stack, else the one that the facts suggest. */
export function useStack(endpointId: string, resultId: string) {
  const { facts } = useFacts(resultId)
  const [chosen, choose] = useChosenStack(endpointId)
  const guess = facts ? guessStack(facts) : null
  const stack = chosen === null ? guess : (stacks.find((each) => each === chosen) ?? null)
  return { stack, choose }
}
