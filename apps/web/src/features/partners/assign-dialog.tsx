'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import {
  type DelegationLineFragment,
  TechnicianGroupAssignDocument,
  type TechnicianGroupLineFragment,
} from '../../graphql/generated/graphql.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/field.tsx'
import { Problem, useChange } from '../failures/index.ts'
import { atMost } from './terms.ts'

interface AssignDialogProps {
  readonly delegation: DelegationLineFragment
  readonly groups: readonly TechnicianGroupLineFragment[]
  readonly onClose: () => void
}

/** Which groups look after a customer, and how much each may do there; every choice holds at once. */
export default function AssignDialog({ delegation, groups, onClose }: AssignDialogProps) {
  const t = useTranslations('partners')
  const people = useTranslations('people')
  const shell = useTranslations('shell')
  const router = useRouter()
  const name = delegation.customerName
  const assign = useChange(TechnicianGroupAssignDocument, {
    stale: ['PartnerAccess', 'Portfolio'],
    // Who reaches whom decides on the menu of organisations, which the server writes.
    onDone: () => router.refresh(),
  })
  const roleIn = (group: TechnicianGroupLineFragment) =>
    group.assignments.find(({ delegationId }) => delegationId === delegation.id)?.role ?? null
  return (
    <Dialog open onOpenChange={onClose} title={t('assignTitle', { name })} closeLabel={shell('close')}>
      <div className="grid gap-4">
        <Problem text={assign.problem} />
        <p className="text-ink-soft">{t('assignText')}</p>
        {groups.length > 0 ? (
          <ul className="divide-y divide-line rounded-xl border border-line">
            {groups.map((group) => (
              <li key={group.id} className="flex flex-wrap items-center gap-3 px-3.5 py-2.5">
                <span className="min-w-0 flex-1 basis-32 break-words">{group.name}</span>
                <div className="w-44">
                  <Select
                    aria-label={t('roleOfGroup', { name: group.name })}
                    value={roleIn(group) ?? ''}
                    disabled={assign.busy}
                    onChange={({ target }) =>
                      assign.run({
                        groupId: group.id,
                        delegationId: delegation.id,
                        role: atMost(delegation.role).find((role) => role === target.value) ?? null,
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
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-ink-soft">{t('noGroups')}</p>
        )}
      </div>
    </Dialog>
  )
}
