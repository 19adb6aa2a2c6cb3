'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Boxes, Plus, Server, X } from 'lucide-react'
import { type FocusEvent, useDeferredValue, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ScopeChoicesDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { Field, TextInput } from '../../ui/field.tsx'
import type { Pick } from './scope-value.ts'

interface PickListProps {
  readonly slug: string
  readonly label: string
  readonly picks: readonly Pick[]
  readonly onChange: (picks: readonly Pick[]) => void
}

/** What is picked, and a field that finds more: groups first, then endpoints. */
export function PickList({ slug, label, picks, onChange }: PickListProps) {
  const t = useTranslations('scope')
  const [typed, setTyped] = useState('')
  const [near, setNear] = useState(false)
  const search = useDeferredValue(typed.trim())
  const { data } = useQuery({
    ...documentQuery(ScopeChoicesDocument, { slug, search: search || null }),
    enabled: near,
    placeholderData: keepPreviousData,
  })
  const found = choicesOf(data?.tenant, search).filter(({ id }) => picks.every((pick) => pick.id !== id))
  const leave = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setNear(false)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the focus here only decides whether what was found is shown
    <div className="grid min-w-0 gap-2" onFocus={() => setNear(true)} onBlur={leave}>
      <Field label={<span className="font-normal text-ink-soft">{label}</span>}>
        {(control) => (
          <TextInput
            {...control}
            type="search"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && typed) {
                event.stopPropagation()
                setTyped('')
              }
              if (event.key !== 'Enter') return
              event.preventDefault()
              const [first] = found
              if (first && typed) onChange([...picks, first])
            }}
            placeholder={t('find')}
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      {near && data ? (
        <ul aria-label={t('found')} className="max-h-52 overflow-y-auto rounded-lg border border-line bg-surface p-1">
          {found.map((choice) => (
            <li key={choice.id}>
              <button
                type="button"
                onClick={() => onChange([...picks, choice])}
                aria-label={t('add', { name: choice.name })}
                className="flex min-h-8 w-full items-center gap-2 rounded-md px-2 text-left text-sm hover:bg-hover [&_svg]:size-4 [&_svg]:shrink-0"
              >
                {choice.kind === 'group' ? (
                  <Boxes aria-hidden="true" className="text-ink-faint" />
                ) : (
                  <Server aria-hidden="true" className="text-ink-faint" />
                )}
                <span className="min-w-0 flex-1 truncate">{choice.name}</span>
                <Plus aria-hidden="true" className="text-ink-faint" />
              </button>
            </li>
          ))}
          {found.length === 0 ? <li className="px-2 py-1.5 text-ink-faint text-sm">{t('nothingFound')}</li> : null}
        </ul>
      ) : null}
      {picks.length > 0 ? (
        <ul aria-label={label} className="flex flex-wrap gap-1.5">
          {picks.map((pick) => (
            <li
              key={pick.id}
              className="inline-flex max-w-full items-center gap-1.5 rounded-full bg-accent-soft py-0.5 pr-1 pl-2.5 text-sm [&_svg]:size-4 [&_svg]:shrink-0"
            >
              {pick.kind === 'group' ? <Boxes aria-hidden="true" className="text-ink-faint" /> : null}
              <span className="min-w-0 truncate">{pick.name}</span>
              <button
                type="button"
                aria-label={t('remove', { name: pick.name })}
                onClick={() => onChange(picks.filter(({ id }) => id !== pick.id))}
                className="grid size-6 place-items-center rounded-full text-ink-soft hover:bg-hover hover:text-ink"
              >
                <X aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

interface Choices {
  readonly endpointGroups: readonly { readonly id: string; readonly name: string }[]
  readonly endpoints: {
    readonly edges: readonly {
      readonly node: { readonly id: string; readonly address: string; readonly label: string | null }
    }[]
  }
}

function choicesOf(tenant: Choices | null | undefined, search: string): Pick[] {
  if (!tenant) return []
  const groups = tenant.endpointGroups.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()))
  return [
    ...groups.slice(0, 20).map(({ id, name }) => ({ kind: 'group' as const, id, name })),
    ...tenant.endpoints.edges.map(({ node }) => ({
      kind: 'endpoint' as const,
      id: node.id,
      name: node.label ? `${node.label} (${node.address})` : node.address,
    })),
  ]
}
