'use client'

import { Pencil, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import type { GroupLineFragment } from '../../graphql/generated/graphql.ts'
import { IconButton } from '../../ui/button.tsx'
import { RuleText } from './rule-text.tsx'
import { ruleValue } from './rule-value.ts'

interface GroupLineProps {
  readonly slug: string
  readonly group: GroupLineFragment
  readonly onEdit: (() => void) | null
  readonly onDelete: (() => void) | null
}

export function GroupLine({ slug, group, onEdit, onDelete }: GroupLineProps) {
  const t = useTranslations('groups')
  const { id, name, description, rule, size } = group
  return (
    <li className="flex items-start gap-x-4 gap-y-2 px-5 py-3.5">
      <div className="min-w-0 flex-1">
        <Link
          href={`/t/${slug}/endpoints?group=${encodeURIComponent(id)}`}
          className="break-words rounded font-medium hover:underline"
        >
          {name}
        </Link>
        {description ? <p className="break-words text-ink-soft text-sm">{description}</p> : null}
        <p className="text-ink-faint text-sm">{rule ? <RuleText rule={ruleValue(rule)} /> : t('byHand')}</p>
      </div>
      <p className="shrink-0 pt-0.5 text-right text-ink-soft text-sm">{t('size', { count: size })}</p>
      {onEdit && onDelete ? (
        <div className="-my-1 -mr-2 flex shrink-0">
          <IconButton label={t('editOne', { name })} onClick={onEdit}>
            <Pencil aria-hidden="true" />
          </IconButton>
          <IconButton danger label={t('deleteOne', { name })} onClick={onDelete}>
            <Trash2 aria-hidden="true" />
          </IconButton>
        </div>
      ) : null}
    </li>
  )
}
