'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { GroupNamesDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { Select } from '../../ui/field.tsx'

interface GroupFilterProps {
  readonly slug: string
  readonly group: string
  readonly tag: string
  readonly onChange: (change: { readonly group?: string; readonly tag?: string }) => void
}

/** Two choices, each only where there is something to choose. */
export default function GroupFilter({ slug, group, tag, onChange }: GroupFilterProps) {
  const t = useTranslations('groups')
  const { data } = useQuery({ ...documentQuery(GroupNamesDocument, { slug }), staleTime: 60_000 })
  const groups = data?.tenant?.endpointGroups ?? []
  const tags = data?.tenant?.tags ?? []
  if (groups.length === 0 && tags.length === 0) return null
  return (
    <div className="flex flex-wrap gap-2">
      {groups.length > 0 ? (
        <div className="min-w-36 max-w-64 flex-1">
          <Select
            aria-label={t('filterGroup')}
            value={group}
            onChange={({ target }) => onChange({ group: target.value })}
          >
            <option value="">{t('anyGroup')}</option>
            {groups.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </div>
      ) : null}
      {tags.length > 0 ? (
        <div className="min-w-36 max-w-64 flex-1">
          <Select aria-label={t('filterTag')} value={tag} onChange={({ target }) => onChange({ tag: target.value })}>
            <option value="">{t('anyTag')}</option>
            {tag && tags.every((each) => each.tag !== tag) ? <option value={tag}>{tag}</option> : null}
            {tags.map((each) => (
              <option key={each.tag} value={each.tag}>
                {`${each.tag} (${each.count})`}
              </option>
            ))}
          </Select>
        </div>
      ) : null}
    </div>
  )
}
