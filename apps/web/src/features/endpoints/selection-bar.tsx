'use client'

import { Boxes, Radar, Tag, Trash2, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'

interface SelectionBarProps {
  readonly count: number
  readonly busy: boolean
  readonly onScan: () => void
  readonly onDelete: () => void
  readonly onDialog: (kind: 'group' | 'tag') => void
  readonly mayGroup: boolean
  readonly onClear: () => void
}

export function SelectionBar({ count, busy, onScan, onDelete, onDialog, mayGroup, onClear }: SelectionBarProps) {
  const t = useTranslations('endpoints')
  const groups = useTranslations('groups')
  return (
    <section
      aria-label={t('selection')}
      className="sticky top-14 z-20 flex flex-wrap items-center gap-2 border-line border-b bg-accent-soft px-4 py-2 lg:top-0"
    >
      <span role="status" className="mr-auto font-medium text-sm">
        {t('selected', { count })}
      </span>
      <Button size="small" look="primary" busy={busy} icon={<Radar aria-hidden="true" />} onClick={onScan}>
        {t('scanSelected')}
      </Button>
      {mayGroup ? (
        <Button size="small" icon={<Boxes aria-hidden="true" />} onClick={() => onDialog('group')}>
          {groups('groupSelected')}
        </Button>
      ) : null}
      <Button size="small" icon={<Tag aria-hidden="true" />} onClick={() => onDialog('tag')}>
        {groups('tagSelected')}
      </Button>
      <Button size="small" look="danger" icon={<Trash2 aria-hidden="true" />} onClick={onDelete}>
        {t('deleteSelected')}
      </Button>
      <Button size="small" look="quiet" icon={<X aria-hidden="true" />} onClick={onClear}>
        {t('clearSelection')}
      </Button>
    </section>
  )
}
