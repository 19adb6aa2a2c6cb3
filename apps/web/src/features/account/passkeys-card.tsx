'use client'

import { KeyRound, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { Button, IconButton } from '../../ui/button.tsx'
import { Card, CardHeader } from '../../ui/card.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { FailurePanel } from '../failures/index.ts'
import { authRequest, knowsPasskeys } from '../session/index.ts'
import { PasskeyForm } from './passkey-form.tsx'
import { PasskeyName } from './passkey-name.tsx'
import { type OwnPasskey, useAccountChanged, usePasskeys } from './use-account.ts'

/** The passkeys of the person: added, named, taken away. */
export function PasskeysCard() {
  const t = useTranslations('account')
  const toast = useToast()
  const changed = useAccountChanged()
  const passkeys = usePasskeys()
  const can = useSyncExternalStore(never, knowsPasskeys, () => true)
  const [adding, setAdding] = useState(false)
  const [naming, setNaming] = useState<string | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const remove = async ({ id, name }: OwnPasskey) => {
    setBusy(id)
    const answer = await authRequest('/passkey/delete-passkey', { id })
    setBusy(null)
    toast({ text: answer.ok ? t('passkeyRemoved', { name: name ?? t('passkey') }) : t(`refusals.${answer.refusal}`) })
    await changed()
  }
  const done = async (text: string) => {
    setAdding(false)
    setNaming(null)
    toast({ text })
    await changed()
  }
  return (
    <Card aria-labelledby="passkeys">
      <CardHeader id="passkeys" title={t('passkeys')} note={t('passkeysNote')} />
      {passkeys.isError ? (
        <FailurePanel failure={passkeys.error} onRetry={() => passkeys.refetch()} />
      ) : passkeys.data ? (
        <ul className="divide-y divide-line border-line border-t empty:hidden">
          {passkeys.data.map((passkey) =>
            naming === passkey.id ? (
              <li key={passkey.id} className="px-5 py-3">
                <PasskeyName
                  passkey={passkey}
                  onDone={() => done(t('passkeyRenamed'))}
                  onCancel={() => setNaming(null)}
                />
              </li>
            ) : (
              <PasskeyLine
                key={passkey.id}
                passkey={passkey}
                busy={busy === passkey.id}
                onName={() => setNaming(passkey.id)}
                onRemove={() => remove(passkey)}
              />
            ),
          )}
        </ul>
      ) : (
        <Skeleton className="m-5 h-16" />
      )}
      <div className="border-line border-t px-5 py-4">
        {adding ? (
          <PasskeyForm onDone={() => done(t('passkeyAdded'))} onCancel={() => setAdding(false)} />
        ) : can ? (
          <Button icon={<Plus aria-hidden="true" />} onClick={() => setAdding(true)}>
            {t('addPasskey')}
          </Button>
        ) : (
          <p className="text-ink-soft text-sm">{t('noPasskeysHere')}</p>
        )}
      </div>
    </Card>
  )
}

interface PasskeyLineProps {
  readonly passkey: OwnPasskey
  readonly busy: boolean
  readonly onName: () => void
  readonly onRemove: () => void
}

function PasskeyLine({ passkey, busy, onName, onRemove }: PasskeyLineProps) {
  const t = useTranslations('account')
  const format = useFormatter()
  const [sure, setSure] = useState(false)
  const name = passkey.name ?? t('passkey')
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
      <KeyRound aria-hidden="true" className="size-5 shrink-0 text-ink-faint" />
      <div className="min-w-0 flex-1">
        <p className="break-words font-medium">{name}</p>
        <p className="text-ink-faint text-sm">
          {t(passkey.backedUp ? 'passkeySynced' : 'passkeyOneDevice')}
          {passkey.createdAt ? ' · ' : null}
          {passkey.createdAt
            ? t('addedOn', { date: format.dateTime(new Date(passkey.createdAt), { dateStyle: 'medium' }) })
            : null}
        </p>
      </div>
      {sure ? (
        <Button size="small" look="danger" busy={busy} onClick={onRemove}>
          {t('removeSure', { name })}
        </Button>
      ) : (
        <span className="flex gap-1">
          <IconButton label={t('renamePasskey', { name })} onClick={onName}>
            <Pencil aria-hidden="true" />
          </IconButton>
          <IconButton label={t('removePasskey', { name })} danger onClick={() => setSure(true)}>
            <Trash2 aria-hidden="true" />
          </IconButton>
        </span>
      )}
    </li>
  )
}

const never = () => () => undefined
