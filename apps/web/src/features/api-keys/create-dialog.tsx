'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Dialog } from '../../ui/dialog.tsx'
import { CreateForm } from './create-form.tsx'
import { SecretPanel } from './secret-panel.tsx'

interface CreateDialogProps {
  readonly slug: string
  readonly tenantId: string
  readonly onClose: () => void
}

/** Asks what a key is for, then shows it this once. */
export default function CreateDialog({ slug, tenantId, onClose }: CreateDialogProps) {
  const t = useTranslations('keys')
  const shell = useTranslations('shell')
  const [made, setMade] = useState<{ readonly secret: string; readonly name: string } | null>(null)
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={made ? t('madeTitle', { name: made.name }) : t('create')}
      closeLabel={shell('close')}
    >
      {made ? (
        <SecretPanel secret={made.secret} onClose={onClose} />
      ) : (
        <CreateForm slug={slug} tenantId={tenantId} onMade={setMade} onClose={onClose} />
      )}
    </Dialog>
  )
}
