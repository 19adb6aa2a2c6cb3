'use client'

import { CircleCheck, CircleDashed, CircleX, RefreshCw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import {
  type DomainLineFragment,
  DomainProofDeleteDocument,
  DomainProofVerifyDocument,
} from '../../graphql/generated/graphql.ts'
import { useAgo } from '../../i18n/use-ago.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Pill } from '../../ui/pill.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { useChange } from '../failures/index.ts'

interface DomainItemProps {
  readonly proof: DomainLineFragment
  readonly mayWrite: boolean
}

const looks = {
  PROVEN: { tone: 'ready', Icon: CircleCheck },
  PENDING: { tone: 'unknown', Icon: CircleDashed },
  LAPSED: { tone: 'bad', Icon: CircleX },
} as const

/** A domain with where its proof stands; one that is not proven shows what to place where. */
export function DomainItem({ proof, mayWrite }: DomainItemProps) {
  const t = useTranslations('domains')
  const shell = useTranslations('shell')
  const ago = useAgo()
  const toast = useToast()
  const [removing, setRemoving] = useState(false)
  const { id, domain, state, failure, checkedAt } = proof
  const verify = useChange(DomainProofVerifyDocument, {
    stale: ['Domains', 'ActiveChecks'],
    aloud: true,
    onDone: ({ domainProof }) => toast({ text: t(domainProof.state === 'PROVEN' ? 'found' : 'notFound', { domain }) }),
  })
  const remove = useChange(DomainProofDeleteDocument, { stale: ['Domains', 'ActiveChecks'], aloud: true })
  const { tone, Icon } = looks[state]
  return (
    <li className="grid gap-4 px-5 py-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-56">
          <p className="flex flex-wrap items-center gap-2">
            <span className="break-all font-medium font-mono">{domain}</span>
            <Pill tone={tone} icon={<Icon aria-hidden="true" />}>
              {t(`states.${state}`)}
            </Pill>
          </p>
          <p className="text-ink-faint text-sm">
            {checkedAt ? t('looked', { when: ago(new Date(checkedAt)) }) : t('neverLooked')}
            {failure ? ` ${t(`failures.${failure}`)}` : null}
          </p>
        </div>
        {mayWrite ? (
          <div className="flex gap-2">
            <Button
              size="small"
              busy={verify.busy}
              icon={<RefreshCw aria-hidden="true" />}
              onClick={() => verify.run({ id })}
              aria-label={t('checkOne', { domain })}
            >
              {t('check')}
            </Button>
            <Button
              size="small"
              look="danger"
              icon={<Trash2 aria-hidden="true" />}
              onClick={() => setRemoving(true)}
              aria-label={t('removeOne', { domain })}
            >
              {t('remove')}
            </Button>
          </div>
        ) : null}
      </div>
      {state === 'PROVEN' ? null : <Placing proof={proof} />}
      {removing ? (
        <Confirm
          title={t('removeTitle', { domain })}
          closeLabel={shell('close')}
          cancelLabel={t('cancel')}
          confirmLabel={t('remove')}
          busy={remove.busy}
          onConfirm={() => remove.run({ id })}
          onClose={() => setRemoving(false)}
        >
          {t('removeText')}
        </Confirm>
      ) : null}
    </li>
  )
}

/** What to place where. */
function Placing({ proof }: { readonly proof: DomainLineFragment }) {
  const t = useTranslations('domains')
  const place = proof.recordName ?? proof.fileUrl ?? ''
  const lines = [
    { id: proof.method === 'DNS' ? 'recordName' : 'fileUrl', text: place },
    { id: proof.method === 'DNS' ? 'recordValue' : 'fileText', text: proof.value },
  ] as const
  return (
    <div className="rounded-xl bg-sunken px-4 py-3">
      <p className="font-medium text-sm">{t(`place.${proof.method}`)}</p>
      <dl className="mt-2 grid gap-2">
        {lines.map(({ id, text }) => (
          <div key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <dt className="w-16 text-ink-faint text-sm">{t(id)}</dt>
            <dd className="flex min-w-0 flex-1 basis-64 flex-wrap items-center justify-between gap-x-3 gap-y-1">
              <span className="min-w-0 flex-1 basis-44 break-all font-mono text-[0.8125rem]">{text}</span>
              <CopyButton text={text} label={t('copy')} copiedLabel={t('copied')} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
