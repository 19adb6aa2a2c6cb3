'use client'

import { useTranslations } from 'use-intl'
import { IdentityProviderDeleteDocument, type ProviderDetailsFragment } from '../../graphql/generated/graphql.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { useChange } from '../failures/index.ts'

interface DeleteProviderProps {
  readonly provider: ProviderDetailsFragment
  readonly onClose: () => void
}

export function DeleteProvider({ provider, onClose }: DeleteProviderProps) {
  const t = useTranslations('providers')
  const shell = useTranslations('shell')
  const toast = useToast()
  const { id, name } = provider
  const remove = useChange(IdentityProviderDeleteDocument, {
    stale: ['IdentityProviders'],
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
