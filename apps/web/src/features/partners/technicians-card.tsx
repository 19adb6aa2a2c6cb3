'use client'

import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { TechnicianGroupLineFragment } from '../../graphql/generated/graphql.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Card, CardHeader } from '../../ui/card.tsx'

interface TechniciansCardProps {
  readonly groups: readonly TechnicianGroupLineFragment[]
  readonly members: readonly { readonly id: string; readonly name: string }[]
  readonly onSave: ((group: TechnicianGroupLineFragment | null) => void) | null
  readonly onDelete: ((group: TechnicianGroupLineFragment) => void) | null
}

/** The partner's people, grouped by the customers that they look after. */
export function TechniciansCard({ groups, members, onSave, onDelete }: TechniciansCardProps) {
  const t = useTranslations('partners')
  const names = new Map(members.map(({ id, name }) => [id, name]))
  return (
    <Card aria-labelledby="technicians">
      <CardHeader
        id="technicians"
        title={t('technicians')}
        note={t('techniciansNote')}
        action={
          onSave ? (
            <Button size="small" icon={<Plus aria-hidden="true" />} onClick={() => onSave(null)}>
              {t('newGroup')}
            </Button>
          ) : null
        }
      />
      {groups.length > 0 ? (
        <ul className="divide-y divide-line border-line border-t">
          {groups.map((group) => (
            <li key={group.id} className="flex items-start gap-4 px-5 py-3.5">
              <div className="min-w-0 flex-1">
                <p className="break-words font-medium">{group.name}</p>
                <p className="break-words text-ink-soft text-sm">
                  {group.memberIds
                    .map((id) => names.get(id))
                    .filter(Boolean)
                    .join(', ') || t('noMembers')}
                </p>
              </div>
              <p className="shrink-0 pt-0.5 text-ink-soft text-sm">
                {t('customersOf', { count: group.assignments.length })}
              </p>
              {onSave && onDelete ? (
                <div className="-my-1 -mr-2 flex shrink-0">
                  <IconButton label={t('changeOne', { name: group.name })} onClick={() => onSave(group)}>
                    <Pencil aria-hidden="true" />
                  </IconButton>
                  <IconButton danger label={t('deleteOne', { name: group.name })} onClick={() => onDelete(group)}>
                    <Trash2 aria-hidden="true" />
                  </IconButton>
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="px-5 pb-5 text-ink-soft">{t('noGroups')}</p>
      )}
    </Card>
  )
}
