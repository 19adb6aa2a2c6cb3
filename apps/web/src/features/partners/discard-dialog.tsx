'use client'

import { Trash2, TriangleAlert } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { CustomerDiscardDocument, type DelegationLineFragment } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { Problem, useChange } from '../failures/index.ts'

interface DiscardDialogProps {
  readonly delegation: DelegationLineFragment
  readonly onClose: () => void
}

/** Deletes a customer that the partner created and nobody took over, once its name is written. */
export default function DiscardDialog({ delegation, onClose }: DiscardDialogProps) {
  const t = useTranslations('partners')
  const shell = useTranslations('shell')
  const toast = useToast()
  const [typed, setTyped] = useState('')
  const name = delegation.customerName
  const discard = useChange(CustomerDiscardDocument, {
    stale: ['PartnerAccess', 'Portfolio'],
    fields: ['name'],
    onDone: () => {
      toast({ text: t('discarded', { name }) })
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // The API knows its name of today, which may be another than the one it was created with.
    if (typed.trim()) discard.run({ delegationId: delegation.id, name: typed.trim() })
  }
  return (
    <Dialog open onOpenChange={onClose} title={t('discardTitle', { name })} closeLabel={shell('close')}>
      <form onSubmit={submit} noValidate className="grid gap-5">
        <Problem text={discard.problem} />
        <Callout tone="bad" icon={<TriangleAlert aria-hidden="true" />}>
          {t('discardText')}
        </Callout>
        <Field label={t('discardName')} error={discard.errorOf('name')}>
          {(control) => (
            <TextInput
              {...control}
              name="customer-name"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
        <div className="flex flex-wrap justify-end gap-2 border-line border-t pt-4">
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            look="danger"
            disabled={!typed.trim()}
            busy={discard.busy}
            icon={<Trash2 aria-hidden="true" />}
          >
            {t('discardSure')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
