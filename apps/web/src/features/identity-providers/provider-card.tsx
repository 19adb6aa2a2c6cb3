'use client'

import { CircleAlert, CircleCheck, Pencil, PlugZap, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import {
  type IdentityProviderProblem,
  IdentityProviderSaveDocument,
  IdentityProviderTestDocument,
  type ProviderDetailsFragment,
  type Role,
} from '../../graphql/generated/graphql.ts'
import { useAgo } from '../../i18n/use-ago.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Card, CardHeader } from '../../ui/card.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { Pill } from '../../ui/pill.tsx'
import { useChange } from '../failures/index.ts'
import { Addresses } from './addresses.tsx'
import { DeleteProvider } from './delete-provider.tsx'
import { DomainList } from './domain-list.tsx'
import { Switch } from './switch.tsx'

interface ProviderCardProps {
  readonly tenantId: string
  readonly provider: ProviderDetailsFragment
  readonly onEdit: () => void
}

/** One identity provider: whether it is on, what it has to be told of us, whom it brings in. */
export function ProviderCard({ tenantId, provider, onEdit }: ProviderCardProps) {
  const t = useTranslations('providers')
  const people = useTranslations('people')
  const ago = useAgo()
  const format = useFormatter()
  const [deleting, setDeleting] = useState(false)
  const [tested, setTested] = useState<{ problem: IdentityProviderProblem | null; detail: string | null } | null>(null)
  const save = useChange(IdentityProviderSaveDocument, { stale: ['IdentityProviders'], aloud: true })
  const test = useChange(IdentityProviderTestDocument, { stale: [], aloud: true, onDone: setTested })
  const { id, name, kind, enabled, joins, defaultRole, ownsAddresses, lastUsedAt, certificates } = provider
  const change = (part: object) => save.run({ tenantId, id, name, ...part })
  const headingId = `provider-${provider.ref}`
  const ends = certificates
    .map(({ expiresAt }) => expiresAt)
    .toSorted()
    .at(-1)
  return (
    <Card aria-labelledby={headingId}>
      <CardHeader
        id={headingId}
        title={name}
        note={
          <>
            {t(`kinds.${kind}`)}
            {' · '}
            {lastUsedAt ? t('lastUsed', { ago: ago(new Date(lastUsedAt)) }) : t('neverUsed')}
            {ends
              ? ` · ${t('certificateEnds', { date: format.dateTime(new Date(ends), { dateStyle: 'medium' }) })}`
              : null}
          </>
        }
        action={<Pill tone={enabled ? 'ready' : 'unknown'}>{t(enabled ? 'on' : 'off')}</Pill>}
      />
      <div className="grid gap-6 px-5 pb-5">
        <Addresses provider={provider} />
        <div className="grid gap-3">
          <div className="flex flex-wrap gap-2">
            <Button
              size="small"
              icon={<PlugZap aria-hidden="true" />}
              busy={test.busy}
              onClick={() => {
                setTested(null)
                test.run({ id })
              }}
            >
              {t('test')}
            </Button>
            <Button size="small" icon={<Pencil aria-hidden="true" />} onClick={onEdit}>
              {t('edit')}
            </Button>
            <Button size="small" look="danger" icon={<Trash2 aria-hidden="true" />} onClick={() => setDeleting(true)}>
              {t('delete')}
            </Button>
          </div>
          {tested ? (
            <Callout
              tone={tested.problem ? 'bad' : 'ready'}
              role="status"
              icon={tested.problem ? <CircleAlert aria-hidden="true" /> : <CircleCheck aria-hidden="true" />}
            >
              <p>{tested.problem ? t(`problems.${tested.problem}`) : t('testPassed')}</p>
              {tested.problem && tested.detail ? (
                <p className="mt-1 break-words font-mono text-[0.8125rem]">{tested.detail}</p>
              ) : null}
            </Callout>
          ) : null}
        </div>
        <DomainList provider={provider} />
        <fieldset className="grid gap-3">
          <legend className="mb-2 font-medium text-sm">{t('behaviour')}</legend>
          <Switch
            label={t('enabled')}
            hint={t('enabledHint')}
            checked={enabled}
            busy={save.busy}
            onChange={() => change({ enabled: !enabled })}
          />
          <Switch
            label={t('joins')}
            hint={t('joinsHint')}
            checked={joins}
            busy={save.busy}
            onChange={() => change({ joins: !joins })}
          />
          {joins ? (
            <div className="max-w-xs pl-7">
              <Field label={t('defaultRole')}>
                {(control) => (
                  <Select
                    {...control}
                    value={defaultRole}
                    onChange={({ target }) => change({ defaultRole: target.value as Role })}
                  >
                    {roles.map((role) => (
                      <option key={role} value={role}>
                        {people(`roleNames.${role}`)}
                      </option>
                    ))}
                  </Select>
                )}
              </Field>
            </div>
          ) : null}
          {kind === 'OIDC' ? (
            <Switch
              label={t('ownsAddresses')}
              hint={t('ownsAddressesHint')}
              checked={ownsAddresses}
              busy={save.busy}
              onChange={() => change({ ownsAddresses: !ownsAddresses })}
            />
          ) : null}
        </fieldset>
      </div>
      {deleting ? <DeleteProvider provider={provider} onClose={() => setDeleting(false)} /> : null}
    </Card>
  )
}

const roles = ['VIEWER', 'OPERATOR', 'ADMIN'] as const
