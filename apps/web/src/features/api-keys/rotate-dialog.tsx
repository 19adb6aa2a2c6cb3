'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiKeyRotateDocument } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { Problem, useChange } from '../failures/index.ts'
import { SecretPanel } from './secret-panel.tsx'

interface RotateDialogProps {
  readonly apiKey: { readonly id: string; readonly name: string }
  readonly onClose: () => void
}

const overlaps = [0, 1, 24, 168, 720] as const

/** Makes a successor; both work until the chosen end. */
export default function RotateDialog({ apiKey: { id, name }, onClose }: RotateDialogProps) {
  const t = useTranslations('keys')
  const shell = useTranslations('shell')
  const [overlapHours, setOverlapHours] = useState<number>(24)
  const [secret, setSecret] = useState<string | null>(null)
  const rotate = useChange(ApiKeyRotateDocument, {
    stale: ['ApiKeys'],
    onDone: (payload) => setSecret(payload.secret),
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={secret === null ? t('rotateTitle', { name }) : t('madeTitle', { name })}
      closeLabel={shell('close')}
    >
      {secret === null ? (
        <div className="grid gap-5">
          <Problem text={rotate.problem} />
          <p className="text-ink-soft">{t('rotateText')}</p>
          <Field label={t('overlap')} hint={t('overlapHint')}>
            {(control) => (
              <Select
                {...control}
                name="overlap"
                value={overlapHours}
                onChange={({ target }) => setOverlapHours(Number(target.value))}
              >
                {overlaps.map((hours) => (
                  <option key={hours} value={hours}>
                    {t('overlapFor', { hours })}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <div className="flex flex-wrap justify-end gap-2 border-line border-t pt-4">
            <Button look="quiet" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button look="primary" busy={rotate.busy} onClick={() => rotate.run({ id, overlapHours })}>
              {t('rotateSure')}
            </Button>
          </div>
        </div>
      ) : (
        <SecretPanel secret={secret} note={t('bothWork', { hours: overlapHours })} onClose={onClose} />
      )}
    </Dialog>
  )
}
