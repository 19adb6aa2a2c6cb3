'use client'

import { CircleAlert, KeyRound } from 'lucide-react'
import { type FormEvent, useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { findOrganisation, type Organisation } from './organisation.ts'
import { knowsPasskeys, offersPasskeys, type PasskeyOutcome, signInByPasskey } from './passkey.ts'
import { type PasskeyProblem, passkeyProblem } from './passkey-problem.ts'

interface EmailStepProps {
  readonly email: string
  readonly onDone: () => void
  readonly onKnown: (person: { readonly email: string; readonly organisation: Organisation | null }) => void
}

/** Asks who it is, while the browser offers passkeys among its suggestions where it can. */
export function EmailStep({ email: known, onDone, onKnown }: EmailStepProps) {
  const t = useTranslations('session')
  const [email, setEmail] = useState(known)
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState<'email' | 'passkey' | null>(null)
  const [problem, setProblem] = useState<PasskeyProblem | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const asking = useRef<AbortController | null>(null)
  const hasPasskeys = useSyncExternalStore(never, knowsPasskeys, () => false)

  const finish = useEffectEvent((outcome: PasskeyOutcome) => {
    if (outcome === 'DONE') return onDone()
    setBusy(null)
    setProblem(passkeyProblem(outcome))
  })
  useEffect(() => {
    const over = new AbortController()
    const wait = async () => {
      if (!(await offersPasskeys())) return
      while (!over.signal.aborted) {
        // A challenge lives for five minutes, a page for longer.
        const turn = new AbortController()
        asking.current = turn
        const timer = setTimeout(() => turn.abort(renewal), 4 * 60_000)
        const outcome = await signInByPasskey({ quiet: true, signal: AbortSignal.any([over.signal, turn.signal]) })
        clearTimeout(timer)
        if (over.signal.aborted) return
        if (turn.signal.reason === renewal) continue
        if (outcome !== 'DISMISSED') finish(outcome)
        return
      }
    }
    void wait()
    return () => over.abort()
  }, [])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const given = email.trim()
    setMissing(given === '')
    if (given === '') return input.current?.focus()
    setBusy('email')
    onKnown({ email: given, organisation: await findOrganisation(given) })
  }
  const byPasskey = async () => {
    // A browser asks for one passkey at a time.
    asking.current?.abort()
    setProblem(null)
    setBusy('passkey')
    const outcome = await signInByPasskey({ quiet: false, signal: new AbortController().signal })
    if (outcome === 'DONE') return onDone()
    setBusy(null)
    setProblem(passkeyProblem(outcome))
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      {problem ? (
        <Callout tone="bad" role="alert" icon={<CircleAlert aria-hidden="true" />}>
          {t(`passkeyProblems.${problem}`)}
        </Callout>
      ) : null}
      <Field label={t('email')} error={missing ? t('emailMissing') : null}>
        {(control) => (
          <TextInput
            {...control}
            ref={input}
            type="email"
            name="email"
            value={email}
            onChange={({ target }) => setEmail(target.value)}
            autoComplete="username webauthn"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      <Button type="submit" look="primary" busy={busy === 'email'}>
        {t('continue')}
      </Button>
      {hasPasskeys ? (
        <Button icon={<KeyRound aria-hidden="true" />} busy={busy === 'passkey'} onClick={byPasskey}>
          {t('byPasskey')}
        </Button>
      ) : null}
    </form>
  )
}

const never = () => () => undefined
const renewal = 'a new challenge'
