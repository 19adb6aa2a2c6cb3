'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { MemberUpdateDocument, type PeopleMemberFragment } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { Problem, useChange } from '../failures/index.ts'
import { ScopePicker, scopeInput, scopeValue } from '../scope/index.ts'

interface ScopeDialogProps {
  readonly slug: string
  readonly member: PeopleMemberFragment
  readonly onClose: () => void
}

/** Limits a person to some endpoints. */
export default function ScopeDialog({ slug, member, onClose }: ScopeDialogProps) {
  const t = useTranslations('people')
  const shell = useTranslations('shell')
  const toast = useToast()
  const [scope, setScope] = useState(() => scopeValue(member.scope))
  const update = useChange(MemberUpdateDocument, {
    stale: ['People'],
    fields: ['scope'],
    onDone: () => {
      toast({ text: t('scopeChanged', { name: member.name }) })
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    update.run({ id: member.id, scope: scopeInput(scope) })
  }
  return (
    <Dialog open onOpenChange={onClose} title={t('limitTitle', { name: member.name })} closeLabel={shell('close')}>
      <form onSubmit={submit} noValidate className="grid gap-5">
        <Problem text={update.problem} />
        <ScopePicker
          slug={slug}
          legend={t('limitLegend')}
          value={scope}
          onChange={setScope}
          error={update.errorOf('scope')}
        />
        <p className="text-ink-faint text-sm">{t('limitNote')}</p>
        <div className="flex flex-wrap justify-end gap-2 border-line border-t pt-4">
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" look="primary" busy={update.busy}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
