'use client'

import { useTranslations } from 'use-intl'
import { CustomRoleDeleteDocument } from '../../graphql/generated/graphql.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { useChange } from '../failures/index.ts'

interface DeleteRoleProps {
  readonly role: { readonly id: string; readonly name: string }
  readonly onClose: () => void
}

export function DeleteRole({ role: { id, name }, onClose }: DeleteRoleProps) {
  const t = useTranslations('roles')
  const shell = useTranslations('shell')
  const toast = useToast()
  const remove = useChange(CustomRoleDeleteDocument, {
    stale: ['CustomRoles', 'People', 'PeopleTenant'],
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
