'use client'

import { useTranslations } from 'use-intl'
import { DelegationRefuseDocument } from '../../graphql/generated/graphql.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { useChange } from '../failures/index.ts'

interface RefuseDelegationProps {
  readonly delegation: { readonly id: string; readonly partnerName: string }
  readonly onClose: () => void
}

export function RefuseDelegation({ delegation: { id, partnerName: name }, onClose }: RefuseDelegationProps) {
  const t = useTranslations('partners')
  const shell = useTranslations('shell')
  const toast = useToast()
  const refuse = useChange(DelegationRefuseDocument, {
    stale: ['Partners'],
    aloud: true,
    onDone: () => {
      toast({ text: t('refused', { name }) })
      onClose()
    },
  })
  return (
    <Confirm
      title={t('refuseTitle', { name })}
      closeLabel={shell('close')}
      cancelLabel={t('cancel')}
      confirmLabel={t('refuseSure')}
      busy={refuse.busy}
      onConfirm={() => refuse.run({ id })}
      onClose={onClose}
    >
      {t('refuseText')}
    </Confirm>
  )
}
