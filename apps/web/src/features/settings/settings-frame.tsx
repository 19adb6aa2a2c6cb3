'use client'

import { ChevronDown, Scale, Users } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useSettingsTenant } from '../tenants/index.ts'
import { entries } from './entries.ts'

interface SettingsFrameProps {
  readonly slug: string
  readonly children: ReactNode
}

/** The menu of the settings beside their pages; folded up above them on narrow screens. */
export function SettingsFrame({ slug, children }: SettingsFrameProps) {
  const t = useTranslations('settings')
  const shell = useTranslations('shell')
  const pathname = usePathname()
  const tenant = useSettingsTenant(slug).data?.tenant
  const base = `/t/${slug}/settings`
  const current = entries.find(({ path }) => pathname === `${base}${path}`)
  const links = entries
    .filter(({ needs, kind }) => tenant?.viewerPermissions.includes(needs) && (!kind || kind === tenant.kind))
    .map(({ id, path, Icon }) => (
      <li key={id}>
        <Link href={`${base}${path}`} aria-current={id === current?.id ? 'page' : undefined} className={linkClass}>
          <Icon aria-hidden="true" />
          {t(`entries.${id}`)}
        </Link>
      </li>
    ))
  return (
    <div className="lg:grid lg:grid-cols-[12.5rem_minmax(0,1fr)] lg:gap-10">
      <nav aria-label={t('title')} className="mb-6 lg:sticky lg:top-9 lg:mb-0 lg:self-start">
        <div className="hidden lg:block">
          <p className="mb-2 px-3 font-medium text-ink-faint text-sm">{t('title')}</p>
          <ul className="grid gap-0.5">{links}</ul>
        </div>
        {/* Another page folds it up again. */}
        <details key={pathname} className="group rounded-xl border border-line bg-surface lg:hidden">
          <summary className="flex min-h-11 list-none items-center justify-between gap-2 rounded-xl px-4 font-medium">
            <span>
              <span className="text-ink-faint">{t('title')}</span>
              {current ? <span> · {t(`entries.${current.id}`)}</span> : null}
            </span>
            <ChevronDown
              aria-hidden="true"
              className="size-4.5 text-ink-faint transition-transform group-open:rotate-180"
            />
          </summary>
          <ul className="grid gap-0.5 border-line border-t p-1.5">
            <li>
              <Link href={`/t/${slug}/people`} className={linkClass}>
                <Users aria-hidden="true" />
                {shell('entries.people')}
              </Link>
            </li>
            {tenant?.kind === 'PARTNER' ? (
              <li>
                <Link href={`/t/${slug}/policies`} className={linkClass}>
                  <Scale aria-hidden="true" />
                  {shell('entries.policies')}
                </Link>
              </li>
            ) : null}
            {links}
          </ul>
        </details>
      </nav>
      <div className="min-w-0">{children}</div>
    </div>
  )
}

const linkClass =
  'flex min-h-10 items-center gap-2.5 rounded-lg px-3 text-ink-soft transition-colors hover:bg-hover hover:text-ink aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-ink lg:min-h-9 lg:text-sm [&_svg]:size-4.5 [&_svg]:shrink-0'
