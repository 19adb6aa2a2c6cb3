'use client'

import { useTranslations } from 'use-intl'
import { Dialog } from '../../ui/dialog.tsx'
import { Key } from '../../ui/key.tsx'

interface ShortcutsDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

export default function ShortcutsDialog(props: ShortcutsDialogProps) {
  const t = useTranslations('shell')
  return (
    <Dialog {...props} title={t('shortcuts')} closeLabel={t('close')}>
      <dl className="grid gap-3">
        {keys.map(({ key, id }) => (
          <div key={key} className="flex items-center justify-between gap-6">
            <dt className="text-ink-soft">{t(`keys.${id}`)}</dt>
            <dd>
              <Key>{key}</Key>
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-5 border-line border-t pt-4 text-ink-faint text-sm">{t('shortcutsOff')}</p>
    </Dialog>
  )
}

const keys = [
  { key: '/', id: 'search' },
  { key: 'n', id: 'add' },
  { key: '?', id: 'help' },
] as const
