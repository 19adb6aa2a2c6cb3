'use client'

import { useQueryClient } from '@tanstack/react-query'
import { CircleAlert } from 'lucide-react'
import { useRouter, useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Callout } from '../../ui/callout.tsx'
import { EmailStep } from './email-step.tsx'
import { type Organisation, visitOutcome } from './organisation.ts'
import { PasswordStep } from './password-step.tsx'
import { returnPath } from './return-path.ts'
import { SecondFactorForm } from './second-factor-form.tsx'

/** Who first; then what fits: the organisation's way, the password, a code. A passkey needs none of it. */
export function SignInForm() {
  const t = useTranslations('session')
  const router = useRouter()
  const parameters = useSearchParams()
  const next = returnPath(parameters.get('next'))
  const queryClient = useQueryClient()
  const [person, setPerson] = useState<{ readonly email: string; readonly organisation: Organisation | null } | null>(
    null,
  )
  const [step, setStep] = useState<'EMAIL' | 'PASSWORD' | 'CODE'>('EMAIL')
  const outcome = visitOutcome(parameters.get('organisation'))
  const enter = () => {
    queryClient.clear()
    router.replace(next)
    router.refresh()
  }

  if (step === 'CODE') return <SecondFactorForm onDone={enter} onBack={() => setStep('PASSWORD')} />
  return (
    <div className="grid gap-5">
      {step === 'EMAIL' && outcome && outcome !== 'CONNECTED' ? (
        <Callout tone="bad" role="alert" icon={<CircleAlert aria-hidden="true" />}>
          {t(`visits.${outcome}`)}
        </Callout>
      ) : null}
      {step === 'PASSWORD' && person ? (
        <PasswordStep
          {...person}
          next={next}
          onDone={enter}
          onCode={() => setStep('CODE')}
          onBack={() => setStep('EMAIL')}
        />
      ) : (
        <EmailStep
          email={person?.email ?? ''}
          onDone={enter}
          onKnown={(known) => {
            setPerson(known)
            setStep('PASSWORD')
          }}
        />
      )}
    </div>
  )
}
