'use client'

import Link from 'next/link'
import { useParams } from 'next/navigation'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { remember } from '../../i18n/remember.ts'
import { Brand, BrandMark } from '../../ui/brand.tsx'
import { AccountMenu } from './account-menu.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import { Navigation } from './navigation.tsx'
import { OnBehalfBanner } from './on-behalf-banner.tsx'
import { useShortcuts } from './shortcuts.ts'
import { type ReachableTenant, TenantMenu } from './tenant-menu.tsx'

const TenantDialog = lazy(() => import('./tenant-dialog.tsx'))
const ShortcutsDialog = lazy(() => import('./shortcuts-dialog.tsx'))

interface AppShellProps {
  readonly viewer: { readonly name: string; readonly email: string }
  readonly tenants: readonly ReachableTenant[]
  readonly children: ReactNode
}

/** A rail on wide screens; a top bar and a bottom bar on narrow ones. */
export function AppShell({ viewer, tenants, children }: AppShellProps) {
  const t = useTranslations('shell')
  const [help, setHelp] = useState(false)
  const [creating, setCreating] = useState(false)
  const create = () => setCreating(true)
  const slug = useParams<{ tenant?: string }>().tenant
  const current = tenants.find((tenant) => tenant.slug === slug) ?? tenants[0]
  const base = current ? `/t/${current.slug}` : null
  const showHelp = () => setHelp(true)
  useShortcuts(base, showHelp)
  useEffect(() => {
    if (slug) remember('tenant', slug)
  }, [slug])

  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)]">
      <a
        href="#main"
        className="sr-only z-50 rounded-lg bg-accent px-4 py-2 font-medium text-accent-ink focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        {t('skip')}
      </a>
      <header className="rail sticky top-0 z-30 hidden h-dvh flex-col gap-6 px-3 py-5 text-rail-ink [--focus:oklch(0.83_0.145_74)] lg:flex">
        <Link href={base ?? '/'} className="self-start rounded-lg px-3 py-1">
          <Brand />
        </Link>
        <TenantMenu
          tenants={tenants}
          current={current}
          onCreate={create}
          className="bg-rail-hover/70 hover:bg-rail-hover"
        />
        {current ? <Navigation slug={current.slug} kind={current.kind} place="rail" /> : null}
        <div className="flex-1" />
        <AccountMenu viewer={viewer} onShortcuts={showHelp} className="text-rail-ink hover:bg-rail-hover" />
      </header>
      <header className="rail sticky top-0 z-30 flex items-center gap-1 px-3 py-2 text-rail-ink [--focus:oklch(0.83_0.145_74)] lg:hidden">
        <Link href={base ?? '/'} aria-label={t('home')} className="rounded-lg p-1.5">
          <BrandMark />
        </Link>
        <TenantMenu tenants={tenants} current={current} onCreate={create} className="hover:bg-rail-hover" />
        <div className="flex-1" />
        <AccountMenu compact viewer={viewer} onShortcuts={showHelp} className="hover:bg-rail-hover" />
      </header>
      <main id="main" tabIndex={-1} className="min-w-0 px-4 pt-6 pb-28 outline-none sm:px-8 lg:px-10 lg:pt-9 lg:pb-16">
        <div className="mx-auto w-full max-w-[96rem]">
          <ConnectionBanner />
          {slug && current?.viewerPartner ? (
            <OnBehalfBanner customer={current.name} partner={current.viewerPartner} />
          ) : null}
          {children}
        </div>
      </main>
      {current ? (
        <div className="fixed inset-x-0 bottom-0 z-30 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden">
          <Navigation slug={current.slug} kind={current.kind} place="bar" />
        </div>
      ) : null}
      {help ? (
        <Suspense>
          <ShortcutsDialog open onOpenChange={setHelp} />
        </Suspense>
      ) : null}
      {creating ? (
        <Suspense>
          <TenantDialog onClose={() => setCreating(false)} />
        </Suspense>
      ) : null}
    </div>
  )
}
