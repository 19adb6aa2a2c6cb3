'use client'

import { Link2, Send } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { CustomerHandOverDocument, type DelegationLineFragment } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { Problem, useChange } from '../failures/index.ts'

interface HandOverDialogProps {
  readonly delegation: DelegationLineFragment
  readonly onClose: () => void
}

/** Invites the first owner of a customer that the partner created. */
export default function HandOverDialog({ delegation, onClose }: HandOverDialogProps) {
  const t = useTranslations('partners')
  const people = useTranslations('people')
  const session = useTranslations('session')
  const shell = useTranslations('shell')
  const toast = useToast()
  const [email, setEmail] = useState('')
  const [link, setLink] = useState<string | null>(null)
  const name = delegation.customerName
  const handOver = useChange(CustomerHandOverDocument, {
    stale: ['PartnerAccess'],
    fields: ['email'],
    onDone: (payload) => {
      if (payload.link) setLink(payload.link)
      else {
        toast({ text: people('invited', { email: email.trim() }) })
        onClose()
      }
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    handOver.run({ delegationId: delegation.id, email: email.trim() })
  }
  return (
    <Dialog open onOpenChange={onClose} title={t('handOverTitle', { name })} closeLabel={shell('close')}>
      {link ? (
        <div className="grid gap-4">
          <Callout
            tone="legacy"
            role="status"
            icon={<Link2 aria-hidden="true" />}
            action={<CopyButton text={link} label={people('copyLink')} copiedLabel={people('copied')} />}
          >
            <p>{people('linkByHand')}</p>
            <p className="mt-1 break-all font-mono text-sm">{link}</p>
          </Callout>
        </div>
      ) : (
        <form onSubmit={submit} noValidate className="grid gap-5">
          <Problem text={handOver.problem} />
          <p className="text-ink-soft">{t('handOverText')}</p>
          <Field label={session('email')} error={handOver.errorOf('email')}>
            {(control) => (
              <TextInput
                {...control}
                type="email"
                name="email"
                value={email}
                onChange={({ target }) => setEmail(target.value)}
                autoCapitalize="none"
                autoComplete="off"
              />
            )}
          </Field>
          <div className="flex flex-wrap justify-end gap-2 border-line border-t pt-4">
            <Button look="quiet" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" look="primary" busy={handOver.busy} icon={<Send aria-hidden="true" />}>
              {t('handOverSure')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
