'use client'

import { useTranslations } from 'use-intl'
import { EndpointGroupDeleteDocument } from '../../graphql/generated/graphql.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { useChange } from '../failures/index.ts'

interface DeleteGroupProps {
  readonly group: { readonly id: string; readonly name: string }
  readonly onClose: () => void
}

export function DeleteGroup({ group: { id, name }, onClose }: DeleteGroupProps) {
  const t = useTranslations('groups')
  const shell = useTranslations('shell')
  const toast = useToast()
  const remove = useChange(EndpointGroupDeleteDocument, {
    stale: ['Groups', 'GroupNames', 'ScopeChoices'],
    aloud: true,
    onDone: () => {
      toast({ text: t('deleted', { name }) })
      onClose()
    },
  })
  return (
    <Confirm
      title={t('deleteTitle', { name })}
      closeLabel={shell('close')}
      cancelLabel={t('cancel')}
      confirmLabel={t('deleteSure')}
      busy={remove.busy}
      onConfirm={() => remove.run({ id })}
      onClose={onClose}
    >
      {t('deleteText')}
    </Confirm>
  )
}
