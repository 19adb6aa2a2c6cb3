'use client'

import { ChevronsUpDown } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { classes } from '../../ui/classes.ts'
import { Menu } from '../../ui/menu.tsx'

export interface ReachableTenant {
  readonly id: string
  readonly name: string
  readonly slug: string
}

interface TenantMenuProps {
  readonly tenants: readonly ReachableTenant[]
  readonly current: ReachableTenant | undefined
  readonly className?: string
}

export function TenantMenu({ tenants, current, className }: TenantMenuProps) {
  const t = useTranslations('shell')
  const name = current?.name ?? t('noTenant')
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
        ...tenants.map((tenant) => ({
          kind: 'link' as const,
          text: tenant.name,
          href: `/t/${tenant.slug}`,
          current: tenant.id === current?.id,
        })),
      ]}
    />
  )
}
