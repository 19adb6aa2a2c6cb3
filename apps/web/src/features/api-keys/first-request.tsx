'use client'

import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { Card, CardHeader } from '../../ui/card.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'

/** A request that works as it stands once the key is put in. */
export function FirstRequest() {
  const t = useTranslations('keys')
  const origin = useSyncExternalStore(
    () => () => undefined,
    () => location.origin,
    () => '',
  )
  const command = [
    `curl ${origin}/graphql \\`,
    `  -H "authorization: Bearer $SUNDOWN_KEY" \\`,
    `  -H "content-type: application/json" \\`,
    `  -d '{"query": "{ viewer { name tenants(first: 1) { edges { node { name overview { endpoints } } } } } }"}'`,
  ].join('\n')
  return (
    <Card aria-labelledby="first-request">
      <CardHeader
        id="first-request"
        title={t('firstRequest')}
        note={t('firstRequestNote')}
        action={<CopyButton text={command} label={t('copyCommand')} copiedLabel={t('copied')} />}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section tabIndex={0} aria-label={t('command')} className="overflow-x-auto border-line border-t bg-sunken">
        <pre className="px-5 py-4 font-mono text-[0.8125rem] leading-relaxed">{command}</pre>
      </section>
      <p className="border-line border-t px-5 py-3 text-ink-faint text-sm">{t('docs')}</p>
    </Card>
  )
}
