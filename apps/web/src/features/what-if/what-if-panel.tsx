'use client'

import { profileName } from '@sundown/core/clients'
import type { Facts } from '@sundown/core/facts'
import { ArrowRight, FlaskConical } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useNow, useTranslations } from 'use-intl'
import { useLanguage } from '../../i18n/use-language.ts'
import { Card, CardHeader } from '../../ui/card.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { useFacts } from '../facts/index.ts'
import { FailurePanel } from '../failures/index.ts'
import { spokenProtocol } from '../protocols/index.ts'
import { VerdictPill } from '../verdicts/index.ts'
import { answer, switchable, type Wish } from './answer.ts'
import { ClientList } from './client-list.tsx'
import type { Subject } from './subject.ts'

interface WhatIfPanelProps {
  readonly resultId: string
  readonly subject: Subject
  readonly titles: Readonly<Record<string, string>>
}

export default function WhatIfPanel({ resultId, subject, titles }: WhatIfPanelProps) {
  const { facts, failure, refetch } = useFacts(resultId)
  if (facts === undefined) return null
  if (facts === null) return failure ? <FailurePanel failure={failure} onRetry={refetch} /> : null
  if (facts.status !== 'OBSERVED') return null
  return (
    <>
      <Questions facts={facts} subject={subject} titles={titles} />
      <ClientList facts={facts} />
    </>
  )
}

interface QuestionsProps {
  readonly facts: Facts
  readonly subject: Subject
  readonly titles: Readonly<Record<string, string>>
}

/** Wishes on the left, what would come of them on the right. */
function Questions({ facts, subject, titles }: QuestionsProps) {
  const locale = useLanguage()
  const t = useTranslations('whatIf')
  const now = useNow()
  const versions = switchable(facts)
  const [wish, setWish] = useState<Wish>({ switchOff: versions, newCertificate: versions.length === 0, blockOn: null })
  const result = useMemo(() => answer(facts, wish, subject, now), [facts, wish, subject, now])
  const { before, after, broken, lostPeers, changed } = result
  const solved = changed.filter(({ from, to }) => from === 'fail' && to !== 'fail')
  const spoiled = changed.filter(({ from, to }) => from !== 'fail' && to === 'fail')
  const nameOf = (ruleId: string) => titles[ruleId] ?? ruleId

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
              {t('switchOff', { version: spokenProtocol(version) })}
            </Supposition>
          ))}
          {facts.certificates.length > 0 ? (
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
        <div aria-live="polite" className="grid gap-4">
          <p className="flex flex-wrap items-center gap-2.5">
            <VerdictPill verdict={before.verdict} />
            <span className="font-medium">{before.score ?? '–'}</span>
            <ArrowRight className="size-4 text-ink-faint" aria-label={t('becomes')} />
            <VerdictPill verdict={after.verdict} />
            <span className="font-medium">{after.score ?? '–'}</span>
          </p>
          <p className="text-ink-soft">
            {broken.length === 0 && lostPeers.length === 0
              ? t('nothingBreaks')
              : t('breaks', { clients: broken.length, services: lostPeers.length })}
          </p>
          <Names title={t('lostServices')} names={lostPeers.map(({ profile }) => profileName(profile, locale))} />
          <Names title={t('lostClients')} names={broken.map(({ profile }) => profileName(profile, locale))} />
          <Names title={t('solved')} names={solved.map(({ ruleId }) => nameOf(ruleId))} />
          <Names title={t('spoiled')} names={spoiled.map(({ ruleId }) => nameOf(ruleId))} />
        </div>
      </div>
    </Card>
  )
}

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
