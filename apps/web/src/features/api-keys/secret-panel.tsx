'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'

interface SecretPanelProps {
  readonly secret: string
  /** What else is to be known of it. */
  readonly note?: string
  readonly onClose: () => void
}

/** A new key, this once. */
export function SecretPanel({ secret, note, onClose }: SecretPanelProps) {
  const t = useTranslations('keys')
  return (
    <div className="grid gap-4">
      <Callout tone="legacy" role="status" icon={<TriangleAlert aria-hidden="true" />}>
        {t('shownOnce')}
      </Callout>
      <div className="grid gap-3 rounded-xl border border-line bg-sunken p-4">
        <p data-secret="" className="select-all break-all font-mono text-sm">
          {secret}
        </p>
        <div>
          <CopyButton text={secret} label={t('copy')} copiedLabel={t('copied')} />
        </div>
      </div>
      {note ? <p className="text-ink-soft">{note}</p> : null}
      <div className="flex justify-end border-line border-t pt-4">
        <Button look="primary" onClick={onClose}>
          {t('kept')}
        </Button>
      </div>
    </div>
  )
}
