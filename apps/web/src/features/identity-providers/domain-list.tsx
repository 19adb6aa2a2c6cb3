'use client'

import { CircleAlert, CircleCheck, Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import {
  type ProviderDetailsFragment,
  SignInDomainAddDocument,
  type SignInDomainLineFragment,
  SignInDomainRemoveDocument,
  SignInDomainUpdateDocument,
} from '../../graphql/generated/graphql.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { Pill } from '../../ui/pill.tsx'
import { Problem, useChange } from '../failures/index.ts'
import { Switch } from './switch.tsx'

const stale = ['IdentityProviders']

/** The e-mail domains whose people come in through a provider. */
export function DomainList({ provider }: { readonly provider: ProviderDetailsFragment }) {
  const t = useTranslations('providers')
  const [domain, setDomain] = useState('')
  const add = useChange(SignInDomainAddDocument, { stale, fields: ['domain'], onDone: () => setDomain('') })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.run({ providerId: provider.id, domain: domain.trim() })
  }
  const code = add.codeOf('domain')
  const error =
    code === 'DUPLICATE' ? t('domainTaken') : code === 'NOT_PROVEN' ? t('domainNotProven') : add.errorOf('domain')
  return (
    <section className="grid gap-3" aria-label={t('domainsOf', { name: provider.name })}>
      <h3 className="font-medium text-sm">{t('domains')}</h3>
      {provider.domains.length > 0 ? (
        <ul className="divide-y divide-line rounded-xl border border-line">
          {provider.domains.map((one) => (
            <DomainLine key={one.id} line={one} />
          ))}
        </ul>
      ) : (
        <p className="text-ink-soft text-sm">{t('noDomains')}</p>
      )}
      <Problem text={add.problem} />
      <form onSubmit={submit} noValidate className="flex max-w-md flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1 basis-56">
          <Field label={t('domain')} hint={t('domainHint')} error={error}>
            {(control) => (
              <TextInput
                {...control}
                name="domain"
                value={domain}
                onChange={({ target }) => setDomain(target.value)}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
              />
            )}
          </Field>
        </div>
        <Button type="submit" busy={add.busy} disabled={domain.trim() === ''} className="sm:mt-6.5">
          {t('addDomain')}
        </Button>
      </form>
    </section>
  )
}

function DomainLine({ line }: { readonly line: SignInDomainLineFragment }) {
  const t = useTranslations('providers')
  const { id, domain, enforced, standing } = line
  const update = useChange(SignInDomainUpdateDocument, { stale, aloud: true })
  const remove = useChange(SignInDomainRemoveDocument, { stale, aloud: true })
  const [sure, setSure] = useState(false)
  const stands = standing !== 'UNPROVEN'
  return (
    <li className="grid gap-3 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 flex-1 basis-40 break-words font-medium">{domain}</span>
        <Pill
          tone={stands ? 'ready' : 'bad'}
          icon={stands ? <CircleCheck aria-hidden="true" /> : <CircleAlert aria-hidden="true" />}
        >
          {t(`standings.${standing}`)}
        </Pill>
        {sure ? (
          <Button size="small" look="danger" busy={remove.busy} onClick={() => remove.run({ id })}>
            {t('removeDomainSure', { domain })}
          </Button>
        ) : (
          <IconButton label={t('removeDomain', { domain })} danger onClick={() => setSure(true)}>
            <Trash2 aria-hidden="true" />
          </IconButton>
        )}
      </div>
      <Switch
        label={t('enforced', { domain })}
        hint={t('enforcedHint')}
        checked={enforced}
        busy={update.busy}
        onChange={() => update.run({ id, enforced: !enforced })}
      />
    </li>
  )
}
