'use client'

import { ChevronsUpDown, Plus } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { TenantKind } from '../../graphql/generated/graphql.ts'
import { classes } from '../../ui/classes.ts'
import { Menu } from '../../ui/menu.tsx'

export interface ReachableTenant {
  readonly id: string
  readonly name: string
  readonly slug: string
  readonly kind: TenantKind
  /** On whose behalf the viewer is there; null where the viewer is one of its own people. */
  readonly viewerPartner: { readonly name: string; readonly slug: string } | null
}

interface TenantMenuProps {
  readonly tenants: readonly ReachableTenant[]
  readonly current: ReachableTenant | undefined
  readonly onCreate: () => void
  readonly className?: string
}

export function TenantMenu({ tenants, current, onCreate, className }: TenantMenuProps) {
  const t = useTranslations('shell')
  const name = current?.name ?? t('noTenant')
  const own = tenants.filter(({ viewerPartner }) => viewerPartner === null)
  const customers = tenants.filter(({ viewerPartner }) => viewerPartner !== null)
  const entryOf = (tenant: ReachableTenant) => ({
    kind: 'link' as const,
    text: tenant.name,
    href: `/t/${tenant.slug}`,
    current: tenant.id === current?.id,
  })
  return (
    <Menu
      label={t('switchTenant', { name })}
      face={
        <>
          <span className="truncate">{name}</span>
          <ChevronsUpDown aria-hidden="true" className="opacity-70" />
        </>
      }
      className={classes(
        'flex min-h-10 min-w-0 items-center justify-between gap-2 rounded-lg px-3 text-left font-medium text-sm transition-colors [&_svg]:size-4 [&_svg]:shrink-0',
        className,
      )}
      entries={[
        { kind: 'label', text: t('tenants') },
        ...own.map(entryOf),
        ...(customers.length > 0 ? [{ kind: 'label' as const, text: t('customers') }, ...customers.map(entryOf)] : []),
        { kind: 'separator' },
        { kind: 'action', text: t('newTenant'), icon: <Plus aria-hidden="true" />, onSelect: onCreate },
      ]}
    />
  )
}
