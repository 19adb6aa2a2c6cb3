'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleAlert } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { execute } from '../../graphql/execute.ts'
import { SetupCompleteDocument, type SetupCompleteInput } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { errorsByField, useErrorText, useFailureText } from '../failures/index.ts'
import { PasswordInput } from './password-input.tsx'
import { passwordStrength } from './password-strength.ts'
import { StrengthMeter } from './strength-meter.tsx'

const fieldNames = ['name', 'email', 'password', 'tenantName'] as const

export function SetupForm() {
  const t = useTranslations('session')
  const errorText = useErrorText()
  const failureText = useFailureText()
  const router = useRouter()
  const queryClient = useQueryClient()
  const [input, setInput] = useState<SetupCompleteInput>({ name: '', email: '', password: '', tenantName: '' })
  const setup = useMutation({
    mutationFn: (values: SetupCompleteInput) => execute(SetupCompleteDocument, { input: values }),
    onSuccess: ({ setupComplete }) => {
      if (setupComplete.__typename !== 'SetupCompletePayload') return
      queryClient.clear()
      router.replace(`/t/${setupComplete.tenant.slug}`)
      router.refresh()
    },
  })
  const answer = setup.data?.setupComplete
  const errors = errorsByField(answer?.__typename === 'UserErrors' ? answer.errors : [], fieldNames)
  const errorOf = (name: (typeof fieldNames)[number]) => (errors.fields[name] ? errorText(errors.fields[name]) : null)
  const control = (name: (typeof fieldNames)[number]) => ({
    name,
    value: input[name],
    onChange: (event: { target: { value: string } }) =>
      setInput((before) => ({ ...before, [name]: event.target.value })),
  })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setup.mutate({ ...input, email: input.email.trim() })
  }
  const problem = setup.isError ? failureText(setup.error) : errors.rest[0] ? errorText(errors.rest[0]) : null
  const done = answer?.__typename === 'SetupCompletePayload'

  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      {problem ? (
        <Callout tone="bad" role="alert" icon={<CircleAlert aria-hidden="true" />}>
          {problem}
        </Callout>
      ) : null}
      <Field label={t('tenantName')} hint={t('tenantNameHint')} error={errorOf('tenantName')}>
        {(field) => <TextInput {...field} {...control('tenantName')} autoComplete="organization" />}
      </Field>
      <Field label={t('name')} error={errorOf('name')}>
        {(field) => <TextInput {...field} {...control('name')} autoComplete="name" />}
      </Field>
      <Field label={t('email')} error={errorOf('email')}>
        {(field) => (
          <TextInput {...field} {...control('email')} type="email" autoComplete="username" autoCapitalize="none" />
        )}
      </Field>
      <Field
        label={t('password')}
        error={errorOf('password')}
        hint={
          <StrengthMeter strength={passwordStrength(input.password, [input.name, input.email, input.tenantName])} />
        }
      >
        {(field) => <PasswordInput {...field} {...control('password')} autoComplete="new-password" />}
      </Field>
      <Button type="submit" look="primary" busy={setup.isPending || done}>
        {t('createOwner')}
      </Button>
    </form>
  )
}
