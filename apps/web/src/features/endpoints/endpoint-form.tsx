'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { CircleAlert, Plus, Radar } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { execute } from '../../graphql/execute.ts'
import {
  EndpointCreateDocument,
  EndpointFormTenantDocument,
  type EndpointRole,
  ScanRequestDocument,
  type StarttlsKind,
} from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Card } from '../../ui/card.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { errorsByField, useErrorText, useFailureText } from '../failures/index.ts'
import { LabelField, ServerNameField, StarttlsField } from './endpoint-fields.tsx'
import { Reading } from './reading.tsx'
import { RoleChoice } from './role-choice.tsx'

interface Values {
  readonly address: string
  readonly starttls: StarttlsKind | null
  readonly serverName: string
  readonly role: EndpointRole
  readonly label: string
}

const emptyValues: Values = { address: '', starttls: null, serverName: '', role: 'INBOUND', label: '' }
const fieldNames = ['address', 'starttls', 'serverName', 'role', 'label'] as const

export function EndpointForm({ slug }: { readonly slug: string }) {
  const t = useTranslations('endpoints')
  const errorText = useErrorText()
  const failureText = useFailureText()
  const router = useRouter()
  const queryClient = useQueryClient()
  const tenant = useQuery(documentQuery(EndpointFormTenantDocument, { slug })).data?.tenant
  const [values, setValues] = useState(emptyValues)
  const [sent, setSent] = useState(emptyValues)
  const set = (part: Partial<Values>) => setValues((before) => ({ ...before, ...part }))
  const create = useMutation({
    mutationFn: async ({ scan, tenantId }: { scan: boolean; tenantId: string }) => {
      const input = {
        ...values,
        tenantId,
        serverName: values.serverName.trim() || null,
        label: values.label.trim() || null,
      }
      const { endpointCreate } = await execute(EndpointCreateDocument, { input })
      if (endpointCreate.__typename === 'EndpointCreatePayload' && scan) {
        await execute(ScanRequestDocument, { input: { endpointIds: [endpointCreate.endpoint.id] } })
      }
      return endpointCreate
    },
    onSuccess: async (result) => {
      if (result.__typename !== 'EndpointCreatePayload') return
      await Promise.all(['EndpointList', 'Overview'].map((name) => queryClient.invalidateQueries({ queryKey: [name] })))
      router.push(`/t/${slug}/endpoints/${encodeURIComponent(result.endpoint.id)}`)
    },
  })
  const errors = errorsByField(create.data?.__typename === 'UserErrors' ? create.data.errors : [], fieldNames)
  const errorOf = (name: (typeof fieldNames)[number]) =>
    errors.fields[name] && values[name] === sent[name] ? errorText(errors.fields[name]) : null
  const problem = create.isError ? failureText(create.error) : errors.rest[0] ? errorText(errors.rest[0]) : null
  const save = (scan: boolean) => (event: FormEvent) => {
    event.preventDefault()
    if (!tenant || create.isPending) return
    setSent(values)
    create.mutate({ scan, tenantId: tenant.id })
  }

  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t('add')} note={t('addNote')} />
      <Card>
        <form onSubmit={save(true)} noValidate className="grid gap-6 p-5 sm:p-7">
          {problem ? (
            <Callout tone="bad" role="alert" icon={<CircleAlert aria-hidden="true" />}>
              {problem}
            </Callout>
          ) : null}
          <Field
            label={t('address')}
            error={errorOf('address')}
            hint={
              errorOf('address') ? null : (
                <Reading address={values.address} starttls={values.starttls} serverName={values.serverName} />
              )
            }
          >
            {(control) => (
              <TextInput
                {...control}
                name="address"
                value={values.address}
                onChange={(event) => set({ address: event.target.value })}
                autoCapitalize="none"
                autoComplete="off"
                spellCheck={false}
                placeholder={addressExample}
                className="font-mono"
              />
            )}
          </Field>
          <div className="grid gap-6 sm:grid-cols-2">
            <StarttlsField
              value={values.starttls}
              error={errorOf('starttls')}
              onChange={(starttls) => set({ starttls })}
            />
            <ServerNameField
              value={values.serverName}
              error={errorOf('serverName')}
              onChange={(serverName) => set({ serverName })}
            />
          </div>
          <RoleChoice value={values.role} onChange={(role) => set({ role })} />
          <LabelField value={values.label} error={errorOf('label')} onChange={(label) => set({ label })} />
          <div className="flex flex-wrap gap-2 border-line border-t pt-5">
            <Button type="submit" look="primary" busy={create.isPending} icon={<Radar aria-hidden="true" />}>
              {t('addAndScan')}
            </Button>
            <Button icon={<Plus aria-hidden="true" />} disabled={create.isPending} onClick={save(false)}>
              {t('addOnly')}
            </Button>
          </div>
        </form>
      </Card>
    </div>
  )
}

const addressExample = 'mail.example.com:443'
