'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { EndpointTagDocument, GroupNamesDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { Button } from '../../ui/button.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { Problem, useChange } from '../failures/index.ts'
import type { Selection } from './selection.ts'

export function TagSelected({ slug, endpointIds, onClose }: Selection) {
  const t = useTranslations('groups')
  const toast = useToast()
  const known = useQuery(documentQuery(GroupNamesDocument, { slug })).data?.tenant?.tags ?? []
  const [text, setText] = useState('')
  const words = [...new Set(text.split(',').map((word) => word.trim().toLowerCase()))].filter(Boolean)
  const tag = useChange(EndpointTagDocument, {
    stale: ['Groups', 'GroupNames', 'EndpointList'],
    fields: ['add', 'remove'],
    onDone: ({ endpoints }) => {
      toast({ text: t('tagged', { count: endpoints.length }) })
      onClose()
    },
  })
  const ids = [...endpointIds]
  return (
    <div className="grid gap-5">
      <Problem text={tag.problem} />
      <Field label={t('whichTags')} hint={t('whichTagsHint')} error={tag.errorOf('add') ?? tag.errorOf('remove')}>
        {(control) => (
          <TextInput
            {...control}
            name="tags"
            value={text}
            onChange={({ target }) => setText(target.value)}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      {known.length > 0 ? (
        <div className="flex flex-wrap gap-1.5">
          {known.slice(0, 12).map(({ tag: word }) => (
            <Button
              key={word}
              size="small"
              disabled={words.includes(word)}
              onClick={() => setText([...words, word].join(', '))}
            >
              {word}
            </Button>
          ))}
        </div>
      ) : null}
      <div className="flex flex-wrap justify-end gap-2 border-line border-t pt-4">
        <Button
          busy={tag.busy}
          disabled={words.length === 0}
          onClick={() => tag.run({ endpointIds: ids, remove: words })}
        >
          {t('takeOut')}
        </Button>
        <Button
          look="primary"
          busy={tag.busy}
          disabled={words.length === 0}
          onClick={() => tag.run({ endpointIds: ids, add: words })}
        >
          {t('putIn')}
        </Button>
      </div>
    </div>
  )
}
