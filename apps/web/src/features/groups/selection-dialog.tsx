'use client'

import { useTranslations } from 'use-intl'
import { Dialog } from '../../ui/dialog.tsx'
import { GroupSelected } from './group-selected.tsx'
import type { Selection } from './selection.ts'
import { TagSelected } from './tag-selected.tsx'

interface SelectionDialogProps extends Selection {
  readonly kind: 'group' | 'tag'
}

/** Puts the selected endpoints into a group or a tag on them, or takes them out again. */
export default function SelectionDialog({ kind, ...rest }: SelectionDialogProps) {
  const t = useTranslations('groups')
  const shell = useTranslations('shell')
  return (
    <Dialog
      open
      onOpenChange={rest.onClose}
      title={t('selectedTitle', { count: rest.endpointIds.length })}
      closeLabel={shell('close')}
    >
      {kind === 'group' ? <GroupSelected {...rest} /> : <TagSelected {...rest} />}
    </Dialog>
  )
}
