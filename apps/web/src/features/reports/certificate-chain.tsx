'use client'

import { BadgeCheck, CircleHelp, FileBadge, ShieldX } from 'lucide-react'
import { useFormatter, useNow, useTranslations } from 'use-intl'
import type { ServedChainFragment } from '../../graphql/generated/graphql.ts'
import { Card, CardHeader } from '../../ui/card.tsx'
import { Pill, type Tone } from '../../ui/pill.tsx'
import { commonName } from './common-name.ts'

export function CertificateChain({ served }: { readonly served: readonly ServedChainFragment[] }) {
  const t = useTranslations('report')
  if (served.length === 0) return null
  return (
    <Card aria-labelledby="certificates">
      <CardHeader id="certificates" title={t('certificates')} />
      {served.map((each) => (
        <Chain key={`${each.serverName} ${each.chain[0]?.sha256}`} served={each} among={served.length} />
      ))}
    </Card>
  )
}

function Chain({ served, among }: { readonly served: ServedChainFragment; readonly among: number }) {
  const t = useTranslations('report')
  const trust = trustLooks[served.trust.state]
  return (
    <div className="border-line border-t px-5 py-4">
      {among > 1 ? (
        <p className="mb-2 text-ink-soft text-sm">
          {served.serverName ? t('askedFor', { name: served.serverName }) : t('askedForNoName')}
        </p>
      ) : null}
      <p className="mb-3 flex flex-wrap gap-2">
        <Pill tone={trust.tone} icon={<trust.Icon aria-hidden="true" />}>
          {t(`trust.${served.trust.state}`)}
        </Pill>
        {served.nameMatches === null ? null : (
          <Pill
            tone={served.nameMatches ? 'ready' : 'bad'}
            icon={served.nameMatches ? <BadgeCheck aria-hidden="true" /> : <ShieldX aria-hidden="true" />}
          >
            {served.nameMatches ? t('nameMatches') : t('nameDiffers')}
          </Pill>
        )}
      </p>
      <ol className="grid gap-3">
        {served.chain.map((certificate) => (
          <CertificateItem key={certificate.sha256} certificate={certificate} />
        ))}
      </ol>
      {served.trust.anchor ? (
        <p className="mt-3 text-ink-faint text-sm">{t('anchor', { anchor: commonName(served.trust.anchor) })}</p>
      ) : null}
    </div>
  )
}

function CertificateItem({ certificate }: { readonly certificate: ServedChainFragment['chain'][number] }) {
  const t = useTranslations('report')
  const format = useFormatter()
  const now = useNow()
  const until = new Date(certificate.notAfter)
  const expired = until < now
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'medium' })
  return (
    <li className="flex gap-3">
      <FileBadge className="mt-0.5 size-5 shrink-0 text-ink-faint" aria-hidden="true" />
      <div className="min-w-0 text-sm">
        <p className="break-words font-medium text-[0.9375rem]">{commonName(certificate.subject)}</p>
        <p className="text-ink-soft">{t('issuedBy', { issuer: commonName(certificate.issuer) })}</p>
        <p className={expired ? 'font-medium text-bad-ink' : 'text-ink-soft'}>
          {expired
            ? t('expired', { date: day(until) })
            : t('valid', { from: day(new Date(certificate.notBefore)), until: day(until) })}
        </p>
        <p className="text-ink-faint">
          {t('keyAndSignature', {
            key: [certificate.key.algorithm, certificate.key.curve ?? certificate.key.bits].filter(Boolean).join(' '),
            signature: certificate.signatureAlgorithm,
          })}
        </p>
        {certificate.dnsNames.length > 0 ? (
          <p className="break-words text-ink-faint">{t('names', { names: format.list(certificate.dnsNames) })}</p>
        ) : null}
      </div>
    </li>
  )
}

const trustLooks: Readonly<
  Record<ServedChainFragment['trust']['state'], { readonly tone: Tone; readonly Icon: typeof ShieldX }>
> = {
  TRUSTED: { tone: 'ready', Icon: BadgeCheck },
  UNTRUSTED: { tone: 'bad', Icon: ShieldX },
  INCOMPLETE: { tone: 'risk', Icon: ShieldX },
  SELF_SIGNED: { tone: 'risk', Icon: ShieldX },
  UNKNOWN: { tone: 'unknown', Icon: CircleHelp },
}
