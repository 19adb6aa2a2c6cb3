'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type SettingsTenantQuery, TenantUpdateDocument } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Field, Select, TextInput } from '../../ui/field.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { clouds } from '../deadlines/index.ts'
import { Problem, useChange } from '../failures/index.ts'
import { kinds } from '../tenants/index.ts'

type Tenant = NonNullable<SettingsTenantQuery['tenant']>

/** Name, cloud and kind of an organisation, and what it is known by to others. */
export function TenantForm({ tenant }: { readonly tenant: Tenant }) {
  const t = useTranslations('settings')
  const cloudNames = useTranslations('deadlines.clouds')
  const toast = useToast()
  const router = useRouter()
  const [values, setValues] = useState({ name: tenant.name, slug: tenant.slug, cloud: tenant.cloud, kind: tenant.kind })
  const set = (part: Partial<typeof values>) => setValues({ ...values, ...part })
  const mayWrite = tenant.viewerPermissions.includes('TENANT_WRITE')
  const update = useChange(TenantUpdateDocument, {
    stale: ['SettingsTenant', 'Overview'],
    fields: ['name', 'slug'],
    onDone: ({ tenant: { slug } }) => {
      toast({ text: t('saved') })
      if (slug !== tenant.slug) router.replace(`/t/${slug}/settings`)
      // The name stands in the frame, which the server writes.
      router.refresh()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    update.run({ id: tenant.id, ...values, name: values.name.trim(), slug: values.slug.trim() })
  }
  return (
    <Card>
      <form onSubmit={submit} noValidate className="grid gap-5 p-5">
        <Problem text={update.problem} />
        <Field label={t('name')} error={update.errorOf('name')}>
          {(control) => (
            <TextInput
              {...control}
              name="name"
              value={values.name}
              disabled={!mayWrite}
              onChange={({ target }) => set({ name: target.value })}
            />
          )}
        </Field>
        <Field label={t('slug')} hint={t('slugHint')} error={update.errorOf('slug')}>
          {(control) => (
            <TextInput
              {...control}
              name="slug"
              value={values.slug}
              disabled={!mayWrite}
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              className="font-mono"
              onChange={({ target }) => set({ slug: target.value })}
            />
          )}
        </Field>
        <div className="grid gap-5 sm:grid-cols-2">
          <Field label={t('cloud')} hint={t('cloudHint')}>
            {(control) => (
              <Select
                {...control}
                name="cloud"
                value={values.cloud}
                disabled={!mayWrite}
                onChange={({ target }) => set({ cloud: clouds.find((each) => each === target.value) ?? tenant.cloud })}
              >
                {clouds.map((cloud) => (
                  <option key={cloud} value={cloud}>
                    {cloudNames(cloud)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t('kind')} hint={t(`kindHints.${values.kind}`)}>
            {(control) => (
              <Select
                {...control}
                name="kind"
                value={values.kind}
                disabled={!mayWrite}
                onChange={({ target }) => set({ kind: kinds.find((each) => each === target.value) ?? tenant.kind })}
              >
                {kinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`kinds.${kind}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        {mayWrite ? (
          <div>
            <Button type="submit" look="primary" busy={update.busy}>
              {t('save')}
            </Button>
          </div>
        ) : null}
      </form>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-t px-5 py-4 text-sm">
        <div className="min-w-0">
          <h2 className="font-medium">{t('id')}</h2>
          <p className="text-ink-faint">{t('idHint')}</p>
          <p className="mt-1 break-all font-mono">{tenant.id}</p>
        </div>
        <CopyButton text={tenant.id} label={t('copy')} copiedLabel={t('copied')} />
      </div>
    </Card>
  )
}
