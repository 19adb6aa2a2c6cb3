'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import {
  CustomerSlugDocument,
  type DelegationLineFragment,
  TechnicianGroupAssignDocument,
  type TechnicianGroupLineFragment,
} from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Problem, useChange } from '../failures/index.ts'
import { AssignRow } from './assign-row.tsx'

interface AssignDialogProps {
  readonly delegation: DelegationLineFragment
  readonly groups: readonly TechnicianGroupLineFragment[]
  readonly onClose: () => void
}

/** Which groups look after a customer, and how much each may do there; every choice holds at once. */
export default function AssignDialog({ delegation, groups, onClose }: AssignDialogProps) {
  const t = useTranslations('partners')
  const shell = useTranslations('shell')
  const router = useRouter()
  const customer = useQuery(documentQuery(CustomerSlugDocument, { id: delegation.customerId })).data?.node
  const assign = useChange(TechnicianGroupAssignDocument, {
    stale: ['PartnerAccess', 'Portfolio', 'CustomerSlug'],
    // Who reaches whom decides on the menu of organisations, which the server writes.
    onDone: () => router.refresh(),
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('assignTitle', { name: delegation.customerName })}
      closeLabel={shell('close')}
    >
      <div className="grid gap-4">
        <Problem text={assign.problem} />
        <p className="text-ink-soft">{t('assignText')}</p>
        {groups.length > 0 ? (
          <ul className="divide-y divide-line rounded-xl border border-line">
            {groups.map((group) => (
              <AssignRow
                key={group.id}
                delegation={delegation}
                group={group}
                slug={customer?.__typename === 'Tenant' ? customer.slug : null}
                busy={assign.busy}
                onAssign={(wish) => assign.run({ groupId: group.id, delegationId: delegation.id, ...wish })}
              />
            ))}
          </ul>
        ) : (
          <p className="text-ink-soft">{t('noGroups')}</p>
        )}
      </div>
    </Dialog>
  )
}
