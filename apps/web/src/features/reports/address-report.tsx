'use client'

import { CircleHelp } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { AddressResultFragment } from '../../graphql/generated/graphql.ts'
import { Callout } from '../../ui/callout.tsx'
import { CertificateChain } from './certificate-chain.tsx'
import { Findings } from './findings.tsx'
import { ProtocolLadder } from './protocol-ladder.tsx'
import { SuiteTable } from './suite-table.tsx'

/** Everything that was seen at one address. */
export function AddressReport({ result }: { readonly result: AddressResultFragment }) {
  const t = useTranslations('report')
  const reasons = useTranslations('reasons')
  return (
    <div className="grid gap-5">
      {result.status === 'OBSERVED' ? null : (
        <Callout tone="unknown" icon={<CircleHelp aria-hidden="true" />}>
          <span className="font-medium">{t(`observations.${result.status}`)}</span>
          {result.reason ? <span className="block text-sm">{reasons(result.reason)}</span> : null}
        </Callout>
      )}
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Findings findings={result.findings} />
        <div className="grid gap-5">
          <ProtocolLadder protocols={result.protocols} />
          <CertificateChain served={result.certificates} />
        </div>
      </div>
      <SuiteTable protocols={result.protocols} />
      <p className="text-ink-faint text-sm">
        {t('spent', { connections: result.connections, seconds: result.milliseconds / 1_000 })}
        {result.starttlsBanner ? <span className="block font-mono">{result.starttlsBanner}</span> : null}
      </p>
    </div>
  )
}
