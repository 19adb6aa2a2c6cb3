'use client'

import { type ParsedTarget, parseTarget } from '@sundown/core/target'
import { CircleCheck, CircleHelp } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { StarttlsKind } from '../../graphql/generated/graphql.ts'
import { coreStarttls } from '../protocols/index.ts'

interface ReadingProps {
  readonly address: string
  readonly starttls: StarttlsKind | null
  readonly serverName: string
}

/** What will be scanned, as the same parser reads it that the API uses; shown while the address is typed. */
export function Reading({ address, starttls, serverName }: ReadingProps) {
  const t = useTranslations('endpoints')
  const parsed: ParsedTarget = parseTarget(address, {
    starttls: coreStarttls(starttls),
    serverName: serverName.trim() || null,
  })
  return (
    <output aria-live="polite" className="flex min-h-6 items-start gap-1.5">
      {address.trim() === '' ? (
        t('addressHint')
      ) : parsed.ok ? (
        <>
          <CircleCheck className="mt-0.5 size-4 shrink-0 text-ready-ink" aria-hidden="true" />
          <span>
            {t.rich(parsed.target.serverName ? 'reading' : 'readingWithoutName', {
              host: parsed.target.host,
              port: String(parsed.target.port),
              name: parsed.target.serverName ?? '',
              code: (chunks) => <code className="font-mono text-ink">{chunks}</code>,
            })}
          </span>
        </>
      ) : (
        <>
          <CircleHelp className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
          <span>{t(`unreadable.${parsed.code}`)}</span>
        </>
      )}
    </output>
  )
}
