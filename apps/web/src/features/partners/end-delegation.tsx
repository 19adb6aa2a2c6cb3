'use client'

import { useTranslations } from 'use-intl'
import { DelegationEndDocument } from '../../graphql/generated/graphql.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { useChange } from '../failures/index.ts'

interface EndDelegationProps {
  readonly delegation: { readonly id: string; readonly status: string }
  /** Of the other side. */
  readonly name: string
  readonly side: 'customer' | 'partner'
  readonly onClose: () => void
}

/** Ends access at once, or takes a request back; either side may. */
export function EndDelegation({ delegation: { id, status }, name, side, onClose }: EndDelegationProps) {
  const t = useTranslations('partners')
  const shell = useTranslations('shell')
  const toast = useToast()
  const kind = status === 'REQUESTED' ? 'request' : side
  const end = useChange(DelegationEndDocument, {
    stale: ['Partners', 'PartnerAccess', 'Portfolio'],
    aloud: true,
    onDone: () => {
      toast({ text: t(`ends.${kind}.done`, { name }) })
      onClose()
    },
  })
  return (
    <Confirm
      title={t(`ends.${kind}.title`, { name })}
      closeLabel={shell('close')}
      cancelLabel={t('cancel')}
      confirmLabel={t(`ends.${kind}.sure`)}
      busy={end.busy}
      onConfirm={() => end.run({ id })}
      onClose={onClose}
    >
      {t(`ends.${kind}.text`)}
    </Confirm>
  )
}
