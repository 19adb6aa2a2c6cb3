'use client'

import { useFormatter, useTranslations } from 'use-intl'
import type {
  AddressResultFragment,
  DeadlineFactsFragment,
  EndpointRole,
  Verdict,
} from '../../graphql/generated/graphql.ts'
import { Card } from '../../ui/card.tsx'
import { ScoreRing } from '../../ui/score-ring.tsx'
import { DeadlineLine } from '../deadlines/index.ts'
import { VerdictPill, verdictTones } from '../verdicts/index.ts'

interface HeroProps {
  readonly verdict: Verdict
  readonly score: number | null | undefined
  readonly role: EndpointRole
  readonly result: AddressResultFragment | undefined
  readonly deadline: DeadlineFactsFragment | undefined
}

/** The answer first: the verdict, why, and by when. */
export function Hero({ verdict, score, role, result, deadline }: HeroProps) {
  const t = useTranslations('report')
  const format = useFormatter()
  const details = (result?.because ?? []).flatMap(
    (ruleId) => result?.findings.find((finding) => finding.ruleId === ruleId)?.detail ?? [],
  )
  // Several questions can fail for one reason; it is said once.
  const reasons = [...new Set(details)]
  return (
    <Card className="mb-6 flex flex-wrap items-center gap-x-8 gap-y-6 p-6" aria-label={t('answer')}>
      <ScoreRing
        score={score ?? null}
        tone={verdictTones[verdict]}
        caption={t('scoreCaption')}
        label={score === null || score === undefined ? t('noScore') : t('score', { score })}
      />
      <div className="min-w-0 flex-1 basis-80">
        <VerdictPill verdict={verdict} size="large" />
        <p className="mt-3 max-w-prose text-balance text-lg leading-snug">{t(`why.${verdict}.${role}`)}</p>
        {reasons.length > 0 ? (
          <ul className="mt-2 grid gap-0.5 text-ink-soft">
            {reasons.slice(0, 3).map((reason) => (
              <li key={reason} className="flex gap-2">
                <span aria-hidden="true" className="mt-[0.6em] h-1 w-1 shrink-0 rounded-full bg-ink-faint" />
                {reason}
              </li>
            ))}
          </ul>
        ) : null}
        {result ? (
          <p className="mt-3 text-ink-faint text-sm">
            {t('judged', {
              policy: result.policyId,
              at: format.dateTime(new Date(result.judgedAt), { dateStyle: 'medium', timeStyle: 'short' }),
            })}
            {result.judgement?.letter ? ` · ${t('letter', { letter: result.judgement.letter })}` : null}
          </p>
        ) : null}
      </div>
      {deadline ? (
        <div className="basis-64 border-line max-lg:w-full max-lg:border-t max-lg:pt-5 lg:border-l lg:pl-8">
          <DeadlineLine deadline={deadline} />
        </div>
      ) : null}
    </Card>
  )
}
