'use client'

import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { DomainProofCreateDocument } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Card, CardHeader } from '../../ui/card.tsx'
import { Field, Select, TextInput } from '../../ui/field.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { Problem, useChange } from '../failures/index.ts'

const methods = ['DNS', 'HTTP'] as const
type Method = (typeof methods)[number]

export function DomainForm({ tenantId }: { readonly tenantId: string }) {
  const t = useTranslations('domains')
  const toast = useToast()
  const [domain, setDomain] = useState('')
  const [method, setMethod] = useState<Method>('DNS')
  const create = useChange(DomainProofCreateDocument, {
    stale: ['Domains'],
    fields: ['domain'],
    onDone: ({ domainProof }) => {
      setDomain('')
      toast({ text: t('added', { domain: domainProof.domain }) })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.run({ tenantId, domain: domain.trim(), method })
  }
  const error = create.codeOf('domain') === 'INVALID_HOST' ? t('notOwnable') : create.errorOf('domain')
  return (
    <Card aria-labelledby="add-domain">
      <CardHeader id="add-domain" title={t('add')} note={t('addNote')} />
      <form onSubmit={submit} noValidate className="grid gap-4 px-5 pb-5 sm:grid-cols-2">
        {create.problem ? (
          <div className="sm:col-span-2">
            <Problem text={create.problem} />
          </div>
        ) : null}
        <Field label={t('domain')} hint={t('domainHint')} error={error}>
          {(control) => (
            <TextInput
              {...control}
              name="domain"
              value={domain}
              onChange={({ target }) => setDomain(target.value)}
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
        <Field label={t('method')} hint={t(`methodHints.${method}`)}>
          {(control) => (
            <Select
              {...control}
              name="method"
              value={method}
              onChange={({ target }) => setMethod(methods.find((one) => one === target.value) ?? 'DNS')}
            >
              {methods.map((one) => (
                <option key={one} value={one}>
                  {t(`methods.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <div className="sm:col-span-2">
          <Button type="submit" look="primary" busy={create.busy} icon={<Plus aria-hidden="true" />}>
            {t('addIt')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
