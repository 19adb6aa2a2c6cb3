'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ArrowRight, FlaskConical } from 'lucide-react'
import { useState } from 'react'
import { useNow, useTranslations } from 'use-intl'
import { WhatIfDocument, type WhatIfQuery, WhatIfSubjectDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { localeCodes } from '../../i18n/locale-codes.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Card, CardHeader } from '../../ui/card.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { FailurePanel } from '../failures/index.ts'
import { protocolNames } from '../protocols/index.ts'
import { VerdictPill } from '../verdicts/index.ts'
import { ClientList } from './client-list.tsx'
import { changesOf, type SupposedResult, switchable, type Wish } from './wish.ts'

/** What would come of a change, by the organisation's own policy and dates, and who can connect today. */
export default function WhatIfPanel({ resultId }: { readonly resultId: string }) {
  const locale = localeCodes[useLanguage()]
  const query = useQuery(documentQuery(WhatIfSubjectDocument, { id: resultId, locale }))
  const result = query.data?.node?.__typename === 'ScanResult' ? query.data.node : null
  if (query.isError && !result) return <FailurePanel failure={query.error} onRetry={() => void query.refetch()} />
  if (result?.status !== 'OBSERVED') return null
  return (
    <>
      <Questions result={result} />
      <ClientList clients={result.clients} />
    </>
  )
}

/** Wishes on the left, what would come of them on the right. */
function Questions({ result }: { readonly result: SupposedResult }) {
  const t = useTranslations('whatIf')
  const locale = localeCodes[useLanguage()]
  const now = useNow()
  const versions = switchable(result)
  const [wish, setWish] = useState<Wish>({ switchOff: versions, newCertificate: versions.length === 0, blockOn: null })
  const query = useQuery({
    ...documentQuery(WhatIfDocument, { id: result.id, changes: changesOf(wish, now), locale }),
    placeholderData: keepPreviousData,
  })
  const answer = query.data?.node?.__typename === 'ScanResult' ? query.data.node.whatIf : null
  return (
    <Card aria-labelledby="what-if">
      <CardHeader id="what-if" title={t('title')} note={t('note')} />
      <div className="grid gap-5 border-line border-t p-5">
        <fieldset className="grid gap-2">
          <legend className="mb-2 font-medium text-sm">{t('suppose')}</legend>
          {versions.map((version) => (
            <Supposition
              key={version}
              checked={wish.switchOff.includes(version)}
              onChange={(on) =>
                setWish({
                  ...wish,
                  switchOff: versions.filter((each) => (each === version ? on : wish.switchOff.includes(each))),
                })
              }
            >
              {t('switchOff', { version: protocolNames[version] })}
            </Supposition>
          ))}
          {result.certificates.length > 0 ? (
            <Supposition
              checked={wish.newCertificate}
              onChange={(newCertificate) => setWish({ ...wish, newCertificate })}
            >
              {t('newCertificate')}
            </Supposition>
          ) : null}
          <Field label={t('blockOn')}>
            {(field) => (
              <TextInput
                {...field}
                type="date"
                value={wish.blockOn ?? ''}
                onChange={(event) => setWish({ ...wish, blockOn: event.target.value || null })}
                className="max-w-48"
              />
            )}
          </Field>
        </fieldset>
        <div aria-live="polite" aria-busy={query.isFetching} className="grid gap-4">
          {answer ? <Outcome answer={answer} /> : null}
          {query.isError && !answer ? (
            <FailurePanel failure={query.error} onRetry={() => void query.refetch()} />
          ) : null}
        </div>
      </div>
    </Card>
  )
}

function Outcome({ answer }: { readonly answer: Supposed }) {
  const t = useTranslations('whatIf')
  const { before, after, brokenClients, lostPeers, changedRules } = answer
  const solved = changedRules.filter(({ from, to }) => from === 'fail' && to !== 'fail')
  const spoiled = changedRules.filter(({ from, to }) => from !== 'fail' && to === 'fail')
  return (
    <>
      <p className="flex flex-wrap items-center gap-2.5">
        <VerdictPill verdict={before.verdict} />
        <span className="font-medium">{before.score ?? '–'}</span>
        <ArrowRight className="size-4 text-ink-faint" aria-label={t('becomes')} />
        <VerdictPill verdict={after.verdict} />
        <span className="font-medium">{after.score ?? '–'}</span>
      </p>
      <p className="text-ink-soft">
        {brokenClients.length === 0 && lostPeers.length === 0
          ? t('nothingBreaks')
          : t('breaks', { clients: brokenClients.length, services: lostPeers.length })}
      </p>
      <Names title={t('lostServices')} names={lostPeers.map(({ name }) => name)} />
      <Names title={t('lostClients')} names={brokenClients.map(({ name }) => name)} />
      <Names title={t('solved')} names={solved.map(({ title }) => title)} />
      <Names title={t('spoiled')} names={spoiled.map(({ title }) => title)} />
      <p className="text-ink-faint text-sm">{t('judgedBy', { policy: before.policyId })}</p>
    </>
  )
}

type Supposed = NonNullable<Extract<NonNullable<WhatIfQuery['node']>, { __typename: 'ScanResult' }>['whatIf']>

interface SuppositionProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly children: string
}

function Supposition({ checked, onChange, children }: SuppositionProps) {
  return (
    <label className="flex min-h-6 cursor-pointer items-center gap-2.5">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4.5 accent-accent"
      />
      {children}
    </label>
  )
}

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  const t = useTranslations('whatIf')
  if (names.length === 0) return null
  return (
    <div className="text-sm">
      <h3 className="mb-1 flex items-center gap-2 font-medium">
        <FlaskConical className="size-4 text-ink-faint" aria-hidden="true" />
        {title}
      </h3>
      <ul className="grid gap-0.5 text-ink-soft">
        {names.slice(0, shownNames).map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      {names.length > shownNames ? (
        <details className="mt-0.5">
          <summary className="inline-flex min-h-6 items-center rounded text-link underline underline-offset-4">
            {t('more', { count: names.length - shownNames })}
          </summary>
          <ul className="mt-1 grid gap-0.5 text-ink-soft">
            {names.slice(shownNames).map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  )
}

const shownNames = 8
