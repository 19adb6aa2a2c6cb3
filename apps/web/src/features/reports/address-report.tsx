'use client'

import { CircleHelp } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useTranslations } from 'use-intl'
import type { AddressResultFragment } from '../../graphql/generated/graphql.ts'
import { Callout } from '../../ui/callout.tsx'
import { WhatIfPanel } from '../what-if/index.ts'
import { CertificateChain } from './certificate-chain.tsx'
import { Findings } from './findings.tsx'
import { ProtocolLadder } from './protocol-ladder.tsx'
import type { ReportedEndpoint } from './reported-endpoint.ts'

/** Brings the lists of the services along, so it comes after the page. */
const SuiteTable = lazy(() => import('./suite-table.tsx'))

interface AddressReportProps {
  readonly endpoint: ReportedEndpoint
  readonly result: AddressResultFragment
}

/** Everything that was seen at one address. */
export function AddressReport({ endpoint, result }: AddressReportProps) {
  const t = useTranslations('report')
  const reasons = useTranslations('reasons')
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      {result.status === 'OBSERVED' ? null : (
        <Callout tone="unknown" icon={<CircleHelp aria-hidden="true" />}>
          <span className="font-medium">{t(`observations.${result.status}`)}</span>
          {result.reason ? <span className="block text-sm">{reasons(result.reason)}</span> : null}
        </Callout>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Findings
          endpointId={endpoint.id}
          stack={endpoint.stack ?? null}
          resultId={result.id}
          score={result.score ?? null}
          findings={result.findings}
        />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
          <ProtocolLadder protocols={result.protocols} />
          <CertificateChain served={result.certificates} />
          <Suspense>
            <WhatIfPanel resultId={result.id} />
          </Suspense>
        </div>
      </div>
      <Suspense>
        <SuiteTable protocols={result.protocols} />
      </Suspense>
      <p className="text-ink-faint text-sm">
        {t('spent', { connections: result.connections, seconds: result.milliseconds / 1_000 })}
        {result.starttlsBanner ? <span className="block font-mono">{result.starttlsBanner}</span> : null}
      </p>
    </div>
  )
}
