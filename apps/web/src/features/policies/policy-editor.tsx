'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleAlert, Save, Scale } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { execute } from '../../graphql/execute.ts'
import {
  PolicyCreateDocument,
  type PolicyFormFactsFragment,
  PolicyPreviewDocument,
} from '../../graphql/generated/graphql.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Card, CardHeader } from '../../ui/card.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { errorsByField, useErrorText, useFailureText } from '../failures/index.ts'
import { changesOf, type RuleValues, valuesOf } from './changes.ts'
import { LimitFields } from './limit-fields.tsx'
import { type Limits, type LimitValues, limitChanges, limitValues } from './limits.ts'
import type { LimitChoices } from './policy-words.ts'
import { PreviewAnswer } from './preview-answer.tsx'
import { RuleFields } from './rule-fields.tsx'

interface PolicyEditorProps {
  readonly slug: string
  readonly tenantId: string
  readonly base: PolicyFormFactsFragment
  /** The tenant's own policy that gets a new version; null for a new one. */
  readonly own: PolicyFormFactsFragment | null
  readonly titles: Readonly<Record<string, string>>
  readonly choices: LimitChoices
}

/** Name, limits and rules. Preview and saving both ask the API first whether the changes can be a policy. */
export function PolicyEditor({ slug, tenantId, base, own, titles, choices }: PolicyEditorProps) {
  const t = useTranslations('policies')
  const toast = useToast()
  const errorText = useErrorText()
  const failureText = useFailureText()
  const router = useRouter()
  const queryClient = useQueryClient()
  const [name, setName] = useState(own?.name ?? '')
  const [values, setValues] = useState<Readonly<Record<string, RuleValues>>>(() =>
    Object.fromEntries((own ?? base).rules.map((rule) => [rule.ruleId, valuesOf(rule)])),
  )
  const [limits, setLimits] = useState<LimitValues>(() => limitValues((own ?? base).parameters as Limits))
  const changes = {
    ...changesOf(base.rules, values),
    parameters: limitChanges(base.parameters as Limits, limits),
  }
  const tried = JSON.stringify(changes)
  const preview = useMutation({
    mutationFn: async () => {
      const { tenant } = await execute(PolicyPreviewDocument, { slug, policyId: base.id, changes })
      return { of: tried, answer: tenant?.policyPreview ?? null }
    },
  })
  const save = useMutation({
    mutationFn: async (name: string) => {
      const { answer } = await preview.mutateAsync()
      if (!answer || answer.problems.length > 0) return null
      const input = { tenantId, name: name.trim(), basedOn: base.id, changes }
      return (await execute(PolicyCreateDocument, { input })).policyCreate
    },
    onSuccess: async (result) => {
      if (result?.__typename !== 'PolicyCreatePayload') return
      await Promise.all(
        ['TenantPolicies', 'PolicyForm'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })),
      )
      toast({ text: t('saved') })
      router.push(`/t/${slug}/policies`)
    },
  })
  const refused = save.data?.__typename === 'UserErrors' ? save.data.errors : []
  const errors = errorsByField(refused, ['name'])
  const problems = preview.data?.answer?.problems ?? []
  const failure = save.error ?? preview.error
  const problem = failure
    ? failureText(failure)
    : problems.length > 0
      ? t('problemCount', { count: problems.length })
      : errors.rest[0]
        ? errorText(errors.rest[0])
        : null
  const answer = preview.data?.of === tried && problems.length === 0 ? preview.data.answer : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!save.isPending) save.mutate(name)
  }
  const nameError = name === save.variables ? errors.fields.name : undefined
  const nameText = nameError?.code === 'DUPLICATE' ? errorText(nameError) : nameError ? t('problems.name') : null

  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      {problem ? (
        <Callout tone="bad" role="alert" icon={<CircleAlert aria-hidden="true" />}>
          {problem}
        </Callout>
      ) : null}
      <Card className="p-5">
        <Field label={t('name')} hint={own ? t('nameKept') : t('nameHint')} error={nameText}>
          {(control) => (
            <TextInput
              {...control}
              name="name"
              value={name}
              readOnly={own !== null}
              onChange={(event) => setName(event.target.value)}
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              className="max-w-md"
            />
          )}
        </Field>
      </Card>
      <Card aria-labelledby="policy-limits">
        <CardHeader
          id="policy-limits"
          title={t('limits.title')}
          note={t('limits.note', { count: Object.keys(changes.parameters).length })}
        />
        <LimitFields values={limits} choices={choices} problems={problems} onChange={setLimits} />
      </Card>
      <Card aria-labelledby="policy-rules">
        <CardHeader
          id="policy-rules"
          title={t('rules')}
          note={t('rulesNote', { count: Object.keys(changes.rules).length })}
        />
        {base.rules.map((rule) => (
          <RuleFields
            key={rule.ruleId}
            rule={rule}
            title={titles[rule.ruleId] ?? rule.ruleId}
            values={values[rule.ruleId] ?? valuesOf(rule)}
            problems={problems}
            onChange={(next) => setValues({ ...values, [rule.ruleId]: next })}
          />
        ))}
      </Card>
      <div aria-live="polite">
        {answer ? (
          <Card aria-label={t('previewTitle')} className="p-5">
            <PreviewAnswer preview={answer} asked={{ slug, policyId: base.id, changes }} />
          </Card>
        ) : null}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={save.isPending} icon={<Save aria-hidden="true" />}>
          {t('save')}
        </Button>
        <Button icon={<Scale aria-hidden="true" />} busy={preview.isPending} onClick={() => preview.mutate()}>
          {t('preview')}
        </Button>
        <ButtonLink look="quiet" href={`/t/${slug}/policies`}>
          {t('cancel')}
        </ButtonLink>
      </div>
    </form>
  )
}
