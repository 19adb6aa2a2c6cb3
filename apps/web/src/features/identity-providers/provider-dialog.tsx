'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import {
  type EntraCloud,
  type IdentityProviderKind,
  IdentityProviderSaveDocument,
  type ProviderDetailsFragment,
} from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, Select, TextInput } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { Problem, useChange } from '../failures/index.ts'

interface ProviderDialogProps {
  readonly tenantId: string
  /** null to add one. */
  readonly provider: ProviderDetailsFragment | null
  readonly onClose: () => void
}

/** How an identity provider is spoken to. */
export default function ProviderDialog({ tenantId, provider, onClose }: ProviderDialogProps) {
  const t = useTranslations('providers')
  const shell = useTranslations('shell')
  const toast = useToast()
  const [values, setValues] = useState(() => valuesOf(provider))
  const set = (part: Partial<typeof values>) => setValues({ ...values, ...part })
  const { kind } = values
  const save = useChange(IdentityProviderSaveDocument, {
    stale: ['IdentityProviders'],
    fields: ['name', ...places[kind]],
    onDone: () => {
      toast({ text: t(provider ? 'saved' : 'added') })
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.run({
      tenantId,
      ...(provider ? { id: provider.id } : {}),
      name: values.name.trim(),
      ...settingsOf(values, provider),
    })
  }
  const errorOf = (place: string) =>
    save.codeOf(place) === 'INVALID' && (place === 'directory' || place === 'issuer')
      ? t(`invalid.${place}`)
      : save.errorOf(place)
  const text = (name: TextName, place: string, hint?: string) => (
    <Field label={t(`fields.${name}`)} hint={hint} error={errorOf(place)}>
      {(control) => (
        <TextInput
          {...control}
          name={name}
          value={values[name]}
          onChange={({ target }) => set({ [name]: target.value })}
          autoComplete="off"
          spellCheck={false}
        />
      )}
    </Field>
  )
  const secret = (
    <Field
      label={t(kind === 'ENTRA' ? 'fields.secretValue' : 'fields.secret')}
      hint={t(provider ? 'secretKept' : 'secretSealed')}
      error={save.errorOf('clientSecret')}
    >
      {(control) => (
        <TextInput
          {...control}
          type="password"
          name="secret"
          value={values.secret}
          onChange={({ target }) => set({ secret: target.value })}
          autoComplete="off"
        />
      )}
    </Field>
  )
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={provider ? t('editTitle', { name: provider.name }) : t('add')}
      closeLabel={shell('close')}
    >
      <form onSubmit={submit} noValidate className="grid gap-5">
        <Problem text={save.problem} />
        {provider ? null : (
          <Segmented
            legend={t('kind')}
            value={kind}
            options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            onChange={(value) => set({ kind: value })}
          />
        )}
        {text('name', 'name', t('nameHint'))}
        {kind === 'ENTRA' ? (
          <>
            <Field label={t('fields.cloud')}>
              {(control) => (
                <Select
                  {...control}
                  name="cloud"
                  value={values.cloud}
                  onChange={({ target }) => set({ cloud: target.value as EntraCloud })}
                >
                  {clouds.map((cloud) => (
                    <option key={cloud} value={cloud}>
                      {t(`clouds.${cloud}`)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            {text('directory', 'directory', t('directoryHint'))}
            {text('clientId', 'clientId', t('entraClientHint'))}
            {secret}
          </>
        ) : null}
        {kind === 'OIDC' ? (
          <>
            {text('issuer', 'issuer', t('issuerHint'))}
            {text('clientId', 'clientId')}
            {secret}
          </>
        ) : null}
        {kind === 'SAML' ? (
          <Field
            label={t('fields.metadata')}
            hint={t(provider ? 'metadataKept' : 'metadataHint')}
            error={save.codeOf('metadata') === 'INVALID' ? t('metadataInvalid') : save.errorOf('metadata')}
          >
            {(control) => (
              <TextArea
                {...control}
                name="metadata"
                rows={6}
                value={values.metadata}
                onChange={({ target }) => set({ metadata: target.value })}
                spellCheck={false}
                autoComplete="off"
                className="font-mono text-[0.8125rem]"
              />
            )}
          </Field>
        ) : null}
        <div className="flex flex-wrap justify-end gap-2 border-line border-t pt-4">
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" look="primary" busy={save.busy}>
            {t(provider ? 'save' : 'addIt')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const kinds = ['ENTRA', 'OIDC', 'SAML'] as const satisfies readonly IdentityProviderKind[]
const clouds = ['WORLDWIDE', 'US_GOVERNMENT', 'CHINA'] as const satisfies readonly EntraCloud[]
type TextName = 'name' | 'directory' | 'clientId' | 'issuer'

/** Fields of each kind, as errors name them. */
const places: Readonly<Record<IdentityProviderKind, readonly string[]>> = {
  ENTRA: ['directory', 'clientId', 'clientSecret'],
  OIDC: ['issuer', 'clientId', 'clientSecret'],
  SAML: ['metadata'],
}

const valuesOf = (provider: ProviderDetailsFragment | null) => ({
  kind: provider?.kind ?? ('ENTRA' as IdentityProviderKind),
  name: provider?.name ?? '',
  cloud: provider?.cloud ?? ('WORLDWIDE' as EntraCloud),
  directory: provider?.directory ?? '',
  issuer: provider?.kind === 'OIDC' ? provider.issuer : '',
  clientId: provider?.clientId ?? '',
  secret: '',
  metadata: '',
})

function settingsOf(values: ReturnType<typeof valuesOf>, provider: ProviderDetailsFragment | null) {
  const { kind, cloud, directory, issuer, clientId, metadata } = values
  const secret = values.secret === '' ? {} : { clientSecret: values.secret }
  if (kind === 'ENTRA') return { entra: { cloud, directory: directory.trim(), clientId: clientId.trim(), ...secret } }
  if (kind === 'OIDC') return { openId: { issuer: issuer.trim(), clientId: clientId.trim(), ...secret } }
  return provider && metadata.trim() === '' ? {} : { saml: { metadata } }
}
