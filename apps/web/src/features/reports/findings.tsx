'use client'

import { ChevronRight, CircleCheck, CircleHelp, ListChecks } from 'lucide-react'
import { type ReactNode, Suspense } from 'react'
import { useTranslations } from 'use-intl'
import type { FindingFactsFragment, Stack } from '../../graphql/generated/graphql.ts'
import { Card, CardHeader } from '../../ui/card.tsx'
import { RemedyList, StackChoice } from '../remedies/index.ts'
import { FindingItem } from './finding-item.tsx'
import { ScoreDetails } from './score-details.tsx'

interface FindingsProps {
  readonly endpointId: string
  readonly stack: Stack | null
  readonly resultId: string
  readonly score: number | null
  readonly findings: readonly FindingFactsFragment[]
}

/** What to do first; then what could not be told; then, folded away, what is fine. */
export function Findings({ endpointId, stack, resultId, score, findings }: FindingsProps) {
  const t = useTranslations('report')
  const failed = findings.filter(({ outcome }) => outcome === 'FAIL').toSorted(byWeight)
  const unknown = findings.filter(({ outcome }) => outcome === 'UNKNOWN').toSorted(byWeight)
  const passed = findings.filter(({ outcome }) => outcome === 'PASS')
  return (
    <Card aria-labelledby="findings">
      <CardHeader
        id="findings"
        title={t('findings')}
        note={failed.length > 0 ? t('findingsNote') : null}
        action={
          failed.length > 0 ? (
            <Suspense>
              <StackChoice endpointId={endpointId} told={stack} resultId={resultId} />
            </Suspense>
          ) : null
        }
      />
      {failed.length === 0 ? (
        <p className="flex items-center gap-2.5 px-5 pb-5 text-ink-soft">
          <ListChecks className="size-5 text-ready-ink" aria-hidden="true" />
          {t('findingsNone')}
        </p>
      ) : (
        <ol>
          {failed.map((finding) => (
            <li key={finding.ruleId} className="border-line border-t">
              <FindingItem
                finding={finding}
                remedies={
                  <Suspense>
                    <RemedyList endpointId={endpointId} told={stack} resultId={resultId} ruleId={finding.ruleId} />
                  </Suspense>
                }
              />
            </li>
          ))}
        </ol>
      )}
      <Folded
        icon={<CircleHelp className="size-4.5" aria-hidden="true" />}
        title={t('notTold', { count: unknown.length })}
        findings={unknown}
      />
      <Folded
        icon={<CircleCheck className="size-4.5 text-ready-ink" aria-hidden="true" />}
        title={t('passed', { count: passed.length })}
        findings={passed}
      />
      {score === null ? null : <ScoreDetails findings={findings} score={score} />}
    </Card>
  )
}

interface FoldedProps {
  readonly icon: ReactNode
  readonly title: string
  readonly findings: readonly FindingFactsFragment[]
}

function Folded({ icon, title, findings }: FoldedProps) {
  if (findings.length === 0) return null
  return (
    <details className="group border-line border-t">
      <summary className="flex min-h-11 items-center gap-2.5 px-5 text-ink-soft hover:text-ink focus-visible:-outline-offset-2">
        {icon}
        <span className="flex-1">{title}</span>
        <ChevronRight className="size-4 transition-transform group-open:rotate-90" aria-hidden="true" />
      </summary>
      <ul className="grid gap-2.5 px-5 pt-1 pb-4">
        {findings.map((finding) => (
          <li key={finding.ruleId}>
            <p className="font-medium text-sm">{finding.title}</p>
            <p className="max-w-prose text-ink-soft text-sm">{finding.detail}</p>
          </li>
        ))}
      </ul>
    </details>
  )
}

const byWeight = (a: FindingFactsFragment, b: FindingFactsFragment) =>
  severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) || b.cost - a.cost

const severityOrder = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFO']
