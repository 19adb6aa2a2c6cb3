'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { DelegationLineFragment, TechnicianGroupLineFragment } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/field.tsx'
import { everything, ScopePicker, ScopeText, type ScopeValue, scopeInput, scopeValue } from '../scope/index.ts'
import { atMost } from './terms.ts'

interface AssignRowProps {
  readonly delegation: DelegationLineFragment
  readonly group: TechnicianGroupLineFragment
  /** Of the customer, where the viewer reaches it: its endpoints can be chosen from only then. */
  readonly slug: string | null
  readonly busy: boolean
  readonly onAssign: (input: {
    readonly role: DelegationLineFragment['role'] | null
    readonly scope: ReturnType<typeof scopeInput>
  }) => void
}

/** How much a group may do at a customer, and on which endpoints; another role leaves the endpoints as they are. */
export function AssignRow({ delegation, group, slug, busy, onAssign }: AssignRowProps) {
  const t = useTranslations('partners')
  const people = useTranslations('people')
  const assignment = group.assignments.find(({ delegationId }) => delegationId === delegation.id)
  const [draft, setDraft] = useState<ScopeValue | null>(null)
  const known = assignment ? scopeValue(assignment.scope) : everything
  return (
    <li className="grid gap-3 px-3.5 py-2.5">
      <div className="flex flex-wrap items-center gap-3">
        <div className="min-w-0 flex-1 basis-32">
          <p className="break-words">{group.name}</p>
          {assignment ? (
            <p className="text-ink-faint text-sm">
              <ScopeText scope={assignment.scope} />
            </p>
          ) : null}
        </div>
        {assignment && slug && draft === null ? (
          <Button
            size="small"
            look="quiet"
            onClick={() => setDraft(known)}
            aria-label={t('endpointsOf', { name: group.name })}
          >
            {t('facts.scope')}
          </Button>
        ) : null}
        <div className="w-40">
          <Select
            aria-label={t('roleOfGroup', { name: group.name })}
            value={assignment?.role ?? ''}
            disabled={busy}
            onChange={({ target }) =>
              onAssign({
                role: atMost(delegation.role).find((role) => role === target.value) ?? null,
                scope: scopeInput(known),
              })
            }
          >
            <option value="">{t('notAssigned')}</option>
            {atMost(delegation.role).map((role) => (
              <option key={role} value={role}>
                {people(`roleNames.${role}`)}
              </option>
            ))}
          </Select>
        </div>
      </div>
      {assignment && slug && draft ? (
        <div className="grid gap-3">
          <ScopePicker slug={slug} legend={t('scope')} value={draft} onChange={setDraft} />
          <div className="flex justify-end gap-2">
            <Button size="small" look="quiet" onClick={() => setDraft(null)}>
              {t('cancel')}
            </Button>
            <Button
              size="small"
              look="primary"
              busy={busy}
              onClick={() => {
                onAssign({ role: assignment.role, scope: scopeInput(draft) })
                setDraft(null)
              }}
            >
              {t('save')}
            </Button>
          </div>
        </div>
      ) : null}
    </li>
  )
}
