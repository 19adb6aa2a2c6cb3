'use client'

import { Check, Minus } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { ProtocolRungFragment } from '../../graphql/generated/graphql.ts'
import { Card, CardHeader } from '../../ui/card.tsx'
import { protocolNames } from '../protocols/index.ts'
import { isAcceptedByMicrosoft365, isForwardSecret } from './suite-traits.ts'

/** Accepted suites by version, newest first, each with whether Microsoft 365 takes it and whether it keeps the past secret. */
export default function SuiteTable({ protocols }: { readonly protocols: readonly ProtocolRungFragment[] }) {
  const t = useTranslations('report')
  const listed = protocols.filter(({ cipherSuites }) => cipherSuites.length > 0).toReversed()
  if (listed.length === 0) return null
  return (
    <Card aria-labelledby="suites">
      <CardHeader id="suites" title={t('suites')} note={t('suitesNote')} />
      <section
        className="relative max-h-[34rem] overflow-auto border-line border-t"
        aria-label={t('suitesList')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <table className="w-full text-sm">
          <thead className="sticky top-0 z-10 bg-surface text-left text-ink-faint">
            <tr>
              <th scope="col" className="px-5 py-2 font-medium">
                {t('suite')}
              </th>
              <th scope="col" className="px-3 py-2 font-medium">
                {t('acceptedBy')}
              </th>
              <th scope="col" className="px-3 py-2 pr-5 font-medium">
                {t('forwardSecrecy')}
              </th>
            </tr>
          </thead>
          {listed.map(({ version, preference, cipherSuites }) => (
            <tbody key={version}>
              <tr>
                <th scope="rowgroup" colSpan={3} className="bg-sunken px-5 py-1.5 text-left font-medium">
                  {protocolNames[version]}
                  {preference ? (
                    <span className="ml-2 font-normal text-ink-faint">{t(`preference.${preference}`)}</span>
                  ) : null}
                </th>
              </tr>
              {cipherSuites.map((suite) => (
                <tr key={suite.id} className="border-line border-t">
                  <th scope="row" className="px-5 py-1.5 text-left font-normal">
                    <span className="break-all font-mono text-[0.8125rem]">{suite.name}</span>{' '}
                    <span className="whitespace-nowrap font-mono text-ink-faint text-xs">{hexadecimal(suite.id)}</span>
                  </th>
                  <td className="px-3 py-1.5">
                    <YesNo yes={isAcceptedByMicrosoft365(suite.id)} />
                  </td>
                  <td className="px-3 py-1.5 pr-5">
                    <YesNo yes={isForwardSecret(suite.name)} />
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </section>
    </Card>
  )
}

function YesNo({ yes }: { readonly yes: boolean }) {
  const t = useTranslations('report')
  return (
    <span className={`inline-flex items-center gap-1.5 ${yes ? 'text-ready-ink' : 'text-ink-faint'}`}>
      {yes ? <Check className="size-4" aria-hidden="true" /> : <Minus className="size-4" aria-hidden="true" />}
      {yes ? t('yes') : t('no')}
    </span>
  )
}

const hexadecimal = (id: number) => `0x${id.toString(16).toUpperCase().padStart(4, '0')}`
