'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { Card, CardHeader } from '../../ui/card.tsx'

interface TagListProps {
  readonly slug: string
  readonly tags: readonly { readonly tag: string; readonly count: number }[]
}

export function TagList({ slug, tags }: TagListProps) {
  const t = useTranslations('groups')
  return (
    <Card aria-labelledby="tags">
      <CardHeader id="tags" title={t('tags')} note={t('tagsNote')} />
      {tags.length > 0 ? (
        <ul className="flex flex-wrap gap-2 px-5 pb-5">
          {tags.map(({ tag, count }) => (
            <li key={tag}>
              <Link
                href={`/t/${slug}/endpoints?tag=${encodeURIComponent(tag)}`}
                className="inline-flex min-h-8 items-center gap-2 rounded-full border border-line px-3 text-sm transition-colors hover:border-line-strong hover:bg-hover"
              >
                {tag}
                <span aria-hidden="true" className="text-ink-faint">
                  {count}
                </span>
                <span className="sr-only">{t('size', { count })}</span>
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <p className="px-5 pb-5 text-ink-soft">{t('noTags')}</p>
      )}
    </Card>
  )
}
