'use client'

import { useTranslations } from 'use-intl'
import type { ProviderDetailsFragment } from '../../graphql/generated/graphql.ts'
import { CopyButton } from '../../ui/copy-button.tsx'

/** What the identity provider has to be told of us. */
export function Addresses({ provider }: { readonly provider: ProviderDetailsFragment }) {
  const t = useTranslations('providers')
  const { kind, callbackUrl, entityId, acsUrl } = provider
  const lines =
    kind === 'SAML'
      ? ([
          ['metadata', entityId],
          ['acs', acsUrl],
        ] as const)
      : ([['callback', callbackUrl]] as const)
  return (
    <div className="grid gap-3">
      <p className="text-ink-soft text-sm">{t(`register.${kind}`)}</p>
      <ul className="grid gap-3">
        {lines.map(([id, address]) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl bg-sunken px-4 py-3">
            <div className="min-w-0 flex-1 basis-64">
              <p className="text-ink-faint text-sm">{t(`addresses.${id}`)}</p>
              <p className="break-all font-mono text-[0.8125rem]">{address}</p>
            </div>
            <CopyButton text={address} label={t('copy')} copiedLabel={t('copied')} />
          </li>
        ))}
      </ul>
    </div>
  )
}
