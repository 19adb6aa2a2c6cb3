'use client'

import { useMutation } from '@tanstack/react-query'
import { Check, CircleDot, CircleSlash } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { execute } from '../../graphql/execute.ts'
import { type ScanActivityFragment, ScanCancelDocument, type ScanStage } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { classes } from '../../ui/classes.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { useFailureText } from '../failures/index.ts'

interface ScanPanelProps {
  readonly scan: ScanActivityFragment
  readonly address: string
  readonly onCancelled: () => void
}

/** A scan under way: its stages by name, how far it is, and the way to stop it. */
export function ScanPanel({ scan, address, onCancelled }: ScanPanelProps) {
  const t = useTranslations('scans')
  const toast = useToast()
  const failureText = useFailureText()
  const cancel = useMutation({
    mutationFn: () => execute(ScanCancelDocument, { input: { id: scan.id } }),
    onSuccess: onCancelled,
    onError: (failure) => toast({ text: failureText(failure) }),
  })
  const reached = scan.stage ? scanStages.indexOf(scan.stage) : -1
  return (
    <Card className="mb-6 p-5" aria-label={t('underWay')}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status" className="font-medium">
          {scan.stage ? t(`stages.${scan.stage}`) : t(`statuses.${scan.status}`)}
        </p>
        <Button
          size="small"
          icon={<CircleSlash aria-hidden="true" />}
          busy={cancel.isPending}
          onClick={() => cancel.mutate()}
        >
          {t('cancel')}
        </Button>
      </div>
      <div className="mt-3 mb-4">
        <ProgressBar label={t('progressOf', { address })} percent={scan.progress} />
      </div>
      <ol className="flex flex-wrap gap-x-5 gap-y-1.5 text-sm">
        {scanStages.map((stage, index) => (
          <li
            key={stage}
            aria-current={index === reached ? 'step' : undefined}
            className={classes(
              'inline-flex items-center gap-1.5',
              index === reached ? 'font-medium text-ink' : 'text-ink-faint',
            )}
          >
            <StageMark state={index < reached ? 'done' : index === reached ? 'now' : 'later'} />
            {t(`stageNames.${stage}`)}
          </li>
        ))}
      </ol>
    </Card>
  )
}

function StageMark({ state }: { readonly state: 'done' | 'now' | 'later' }) {
  if (state === 'done') return <Check className="size-4 text-ready-ink" aria-hidden="true" />
  if (state === 'now') return <CircleDot className="size-4 animate-pulse-soft text-sun" aria-hidden="true" />
  return <span className="mx-1 size-2 rounded-full border border-line-strong" aria-hidden="true" />
}

const scanStages = [
  'RESOLVING',
  'CONNECTING',
  'VERSIONS',
  'CIPHER_SUITES',
  'CERTIFICATES',
  'FEATURES',
  'JUDGING',
  'STORING',
] as const satisfies readonly ScanStage[]
