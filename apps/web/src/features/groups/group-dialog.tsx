'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { EndpointGroupSaveDocument, type GroupLineFragment } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { Problem, useChange } from '../failures/index.ts'
import { RuleBuilder } from './rule-builder.tsx'
import { RulePreview } from './rule-preview.tsx'
import { firstRule, isWhole, ruleInput, ruleValue } from './rule-value.ts'

interface GroupDialogProps {
  readonly slug: string
  readonly tenantId: string
  /** Null makes a new one. */
  readonly group: GroupLineFragment | null
  readonly onClose: () => void
}

/** Makes or changes a group. Which endpoints are in one that is filled by hand is said in their list. */
export default function GroupDialog({ slug, tenantId, group, onClose }: GroupDialogProps) {
  const t = useTranslations('groups')
  const shell = useTranslations('shell')
  const toast = useToast()
  const [values, setValues] = useState({ name: group?.name ?? '', description: group?.description ?? '' })
  const [kind, setKind] = useState<'hand' | 'rule'>(group?.rule ? 'rule' : 'hand')
  const [rule, setRule] = useState(group?.rule ? ruleValue(group.rule) : firstRule)
  const save = useChange(EndpointGroupSaveDocument, {
    stale: ['Groups', 'GroupNames', 'ScopeChoices', 'EndpointList'],
    fields: ['name', 'description'],
    onDone: ({ group: { name } }) => {
      toast({ text: t('savedOne', { name }) })
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { name, description } = values
    // A group that was filled by a rule keeps what it holds unless it is told what it holds by hand.
    const byHand = group?.rule ? { endpointIds: [] } : {}
    save.run({
      tenantId,
      id: group?.id ?? null,
      name: name.trim(),
      description: description.trim() || null,
      ...(kind === 'rule' ? { rule: ruleInput(rule) } : group ? byHand : { endpointIds: [] }),
    })
  }
  return (
    <Dialog open onOpenChange={onClose} title={t(group ? 'edit' : 'create')} closeLabel={shell('close')}>
      <form onSubmit={submit} noValidate className="grid gap-5">
        <Problem text={save.problem} />
        <Field label={t('name')} error={save.errorOf('name')}>
          {(control) => (
            <TextInput
              {...control}
              name="name"
              value={values.name}
              onChange={({ target }) => setValues({ ...values, name: target.value })}
              autoComplete="off"
            />
          )}
        </Field>
        <Field label={t('description')} error={save.errorOf('description')}>
          {(control) => (
            <TextInput
              {...control}
              name="description"
              value={values.description}
              onChange={({ target }) => setValues({ ...values, description: target.value })}
              autoComplete="off"
            />
          )}
        </Field>
        <Segmented
          legend={t('filled')}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'hand', label: t('filledByHand') },
            { value: 'rule', label: t('filledByRule') },
          ]}
        />
        {kind === 'rule' ? (
          <>
            <RuleBuilder value={rule} onChange={setRule} />
            <RulePreview slug={slug} rule={rule} />
          </>
        ) : (
          <p className="text-ink-soft text-sm">{t('handNote')}</p>
        )}
        <div className="flex flex-wrap justify-end gap-2 border-line border-t pt-4">
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" look="primary" busy={save.busy} disabled={kind === 'rule' && !isWhole(rule)}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
