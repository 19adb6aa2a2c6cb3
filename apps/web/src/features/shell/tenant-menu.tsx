'use client'

import { Check, ChevronsUpDown } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { classes } from '../../ui/classes.ts'
import { Menu, MenuItem, MenuLabel } from '../../ui/menu.tsx'

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
      trigger={
        <button
          type="button"
          aria-label={t('switchTenant', { name })}
          className={classes(
            'flex min-h-10 min-w-0 items-center justify-between gap-2 rounded-lg px-3 text-left font-medium text-sm transition-colors [&_svg]:size-4 [&_svg]:shrink-0',
            className,
          )}
        >
          <span className="truncate">{name}</span>
          <ChevronsUpDown aria-hidden="true" className="opacity-70" />
        </button>
      }
    >
      <MenuLabel>{t('tenants')}</MenuLabel>
      {tenants.map((tenant) => (
        <MenuItem key={tenant.id} asChild>
          <Link href={`/t/${tenant.slug}`} aria-current={tenant.id === current?.id ? 'true' : undefined}>
            <span className="min-w-0 flex-1 truncate">{tenant.name}</span>
            {tenant.id === current?.id ? <Check aria-hidden="true" /> : null}
          </Link>
        </MenuItem>
      ))}
    </Menu>
  )
}
