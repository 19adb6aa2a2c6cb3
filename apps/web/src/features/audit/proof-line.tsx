'use client'

import { useQuery } from '@tanstack/react-query'
import { Link2, Link2Off } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { AuditProofDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { Callout } from '../../ui/callout.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

/** Whether the log is as it was written, and up to where; its last hash, to keep elsewhere. */
export function ProofLine({ slug }: { readonly slug: string }) {
  const t = useTranslations('audit')
  const { data, isPending } = useQuery({ ...documentQuery(AuditProofDocument, { slug }), staleTime: 300_000 })
  const proof = data?.tenant?.auditProof
  if (isPending) return <Skeleton className="mt-4 h-14 rounded-xl" />
  if (!proof || proof.entries === 0) return null
  const isWhole = proof.brokenAt === null
  return (
    <div className="mt-4">
      <Callout
        tone={isWhole ? 'ready' : 'bad'}
        role={isWhole ? 'status' : 'alert'}
        icon={isWhole ? <Link2 aria-hidden="true" /> : <Link2Off aria-hidden="true" />}
        action={isWhole ? <CopyButton text={proof.lastHash} label={t('copyHash')} copiedLabel={t('copied')} /> : null}
      >
        <p className="font-medium">
          {isWhole ? t('whole', { entries: proof.entries }) : t('broken', { number: proof.brokenAt ?? 0 })}
        </p>
        <p className="break-all text-sm">
          {isWhole ? <span className="font-mono">{proof.lastHash}</span> : t('brokenText')}
        </p>
      </Callout>
    </div>
  )
}
