'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleAlert } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { execute } from '../../graphql/execute.ts'
import { InvitationAcceptDocument } from '../../graphql/generated/graphql.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { errorsByField, useErrorText, useFailureText } from '../failures/index.ts'
import { PasswordInput, passwordStrength, StrengthMeter } from '../session/index.ts'

interface InvitationFormProps {
  readonly token: string
  /** Address of who is signed in already. */
  readonly signedInAs: string | null
  /** Whether there is an account with the invited address, which has to sign in first. */
  readonly hasAccount: boolean
}

/** Joins with the account that is signed in, or with a new one. */
export function InvitationForm({ token, signedInAs, hasAccount }: InvitationFormProps) {
  const t = useTranslations('people')
  const session = useTranslations('session')
  const errorText = useErrorText()
  const failureText = useFailureText()
  const router = useRouter()
  const queryClient = useQueryClient()
  const [values, setValues] = useState({ name: '', password: '' })
  const accept = useMutation({
    mutationFn: () => execute(InvitationAcceptDocument, { input: signedInAs ? { token } : { token, ...values } }),
    onSuccess: ({ invitationAccept }) => {
      if (invitationAccept.__typename !== 'InvitationAcceptPayload') return
      queryClient.clear()
      router.replace(`/t/${invitationAccept.tenant.slug}`)
      router.refresh()
    },
  })
  const answer = accept.data?.invitationAccept
  const errors = errorsByField(answer?.__typename === 'UserErrors' ? answer.errors : [], ['name', 'password', 'token'])
  const ofLink = errors.fields.token
  const otherAddress = signedInAs !== null && errors.fields.name !== undefined
  const problem = accept.isError
    ? failureText(accept.error)
    : otherAddress
      ? t('otherAddress', { email: signedInAs })
      : ofLink
        ? t(ofLink.code === 'SIGN_IN_FIRST' ? 'signInFirst' : 'linkOver')
        : errors.rest[0]
          ? errorText(errors.rest[0])
          : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    accept.mutate()
  }
  if (hasAccount && !signedInAs)
    return (
      <div className="grid gap-5">
        <p>{t('signInFirst')}</p>
        <ButtonLink look="primary" href={`/sign-in?next=${encodeURIComponent(`/invitation/${token}`)}`}>
          {session('signIn')}
        </ButtonLink>
      </div>
    )
  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      {problem ? (
        <Callout tone="bad" role="alert" icon={<CircleAlert aria-hidden="true" />}>
          {problem}
        </Callout>
      ) : null}
      {signedInAs ? (
        <p>{t('joinAs', { email: signedInAs })}</p>
      ) : (
        <>
          <Field label={session('name')} error={errors.fields.name ? errorText(errors.fields.name) : null}>
            {(control) => (
              <TextInput
                {...control}
                name="name"
                value={values.name}
                onChange={(event) => setValues({ ...values, name: event.target.value })}
                autoComplete="name"
              />
            )}
          </Field>
          <Field
            label={session('password')}
            error={errors.fields.password ? errorText(errors.fields.password) : null}
            hint={<StrengthMeter strength={passwordStrength(values.password, [values.name])} />}
          >
            {(control) => (
              <PasswordInput
                {...control}
                name="password"
                value={values.password}
                onChange={(event) => setValues({ ...values, password: event.target.value })}
                autoComplete="new-password"
              />
            )}
          </Field>
        </>
      )}
      <Button type="submit" look="primary" busy={accept.isPending || answer?.__typename === 'InvitationAcceptPayload'}>
        {t('join')}
      </Button>
      {signedInAs ? null : (
        <ButtonLink look="quiet" href={`/sign-in?next=${encodeURIComponent(`/invitation/${token}`)}`}>
          {t('haveAccount')}
        </ButtonLink>
      )}
    </form>
  )
}
