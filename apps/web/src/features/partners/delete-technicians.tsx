'use client'

import { useTranslations } from 'use-intl'
import { TechnicianGroupDeleteDocument } from '../../graphql/generated/graphql.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { useChange } from '../failures/index.ts'

interface DeleteTechniciansProps {
  readonly group: { readonly id: string; readonly name: string }
  readonly onClose: () => void
}

export function DeleteTechnicians({ group: { id, name }, onClose }: DeleteTechniciansProps) {
  const t = useTranslations('partners')
  const shell = useTranslations('shell')
  const toast = useToast()
  const remove = useChange(TechnicianGroupDeleteDocument, {
    stale: ['PartnerAccess', 'Portfolio'],
    aloud: true,
    onDone: () => {
      toast({ text: t('groupDeleted', { name }) })
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
