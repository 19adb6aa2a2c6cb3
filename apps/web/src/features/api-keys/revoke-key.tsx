'use client'

import { useTranslations } from 'use-intl'
import { ApiKeyRevokeDocument } from '../../graphql/generated/graphql.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { useChange } from '../failures/index.ts'

interface RevokeKeyProps {
  readonly apiKey: { readonly id: string; readonly name: string }
  readonly onClose: () => void
}

export function RevokeKey({ apiKey: { id, name }, onClose }: RevokeKeyProps) {
  const t = useTranslations('keys')
  const shell = useTranslations('shell')
  const toast = useToast()
  const revoke = useChange(ApiKeyRevokeDocument, {
    stale: ['ApiKeys'],
    aloud: true,
    onDone: () => {
      toast({ text: t('revoked', { name }) })
      onClose()
    },
  })
  return (
    <Confirm
      title={t('revokeTitle', { name })}
      closeLabel={shell('close')}
      cancelLabel={t('cancel')}
      confirmLabel={t('revokeSure')}
      busy={revoke.busy}
      onConfirm={() => revoke.run({ id })}
      onClose={onClose}
    >
      {t('revokeText')}
    </Confirm>
  )
}
