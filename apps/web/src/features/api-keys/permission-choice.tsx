'use client'

import { useQuery } from '@tanstack/react-query'
import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { type Permission, PermissionTableDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { peopleOnly } from './scopes.ts'

interface PermissionChoiceProps {
  readonly chosen: readonly Permission[]
  readonly onChange: (chosen: readonly Permission[]) => void
  readonly error: string | null
}

/** One box for each permission of the API's table that a program may hold. */
export function PermissionChoice({ chosen, onChange, error }: PermissionChoiceProps) {
  const t = useTranslations('keys')
  const words = useTranslations('people')
  const { data } = useQuery(documentQuery(PermissionTableDocument, {}))
  const offered = [...new Set(data?.roles.flatMap(({ permissions }) => permissions) ?? [])].filter(
    (permission) => !peopleOnly.includes(permission),
  )
  if (!data) return <Skeleton className="h-32" />
  return (
    <fieldset className="grid gap-1 px-1 pt-1" aria-describedby={error ? 'scopes-error' : undefined}>
      <legend className="sr-only">{t('purposes.chosen.name')}</legend>
      {offered.map((permission) => (
        <label key={permission} className="flex min-h-8 cursor-pointer items-center gap-2.5 text-sm">
          <input
            type="checkbox"
            checked={chosen.includes(permission)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, permission] : chosen.filter((each) => each !== permission))
            }
            className="size-4 shrink-0 accent-accent"
          />
          {words.has(`permissions.${permission}`) ? words(`permissions.${permission}`) : permission}
        </label>
      ))}
      {error ? (
        <p id="scopes-error" className="flex items-start gap-1.5 text-bad-ink text-sm">
          <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
          <span>{error}</span>
        </p>
      ) : null}
    </fieldset>
  )
}
