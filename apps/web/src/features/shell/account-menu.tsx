'use client'

import { CircleUserRound, Keyboard, LogOut, SlidersHorizontal } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { classes } from '../../ui/classes.ts'
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../../ui/menu.tsx'
import { useSignOut } from '../session/index.ts'

interface AccountMenuProps {
  readonly viewer: { readonly name: string; readonly email: string }
  readonly onShortcuts: () => void
  readonly compact?: boolean
  readonly className?: string
}

export function AccountMenu({ viewer, onShortcuts, compact = false, className }: AccountMenuProps) {
  const t = useTranslations('shell')
  const signOut = useSignOut()
  return (
    <Menu
      side={compact ? 'bottom' : 'top'}
      align={compact ? 'end' : 'start'}
      trigger={
        <button
          type="button"
          aria-label={t('account', { name: viewer.name })}
          className={classes(
            'flex min-h-10 items-center gap-2.5 rounded-lg px-3 text-left text-sm transition-colors [&_svg]:size-5 [&_svg]:shrink-0',
            className,
          )}
        >
          <CircleUserRound aria-hidden="true" />
          {compact ? null : <span className="truncate">{viewer.name}</span>}
        </button>
      }
    >
      <MenuLabel>{viewer.email}</MenuLabel>
      <MenuItem asChild>
        <Link href="/preferences">
          <SlidersHorizontal aria-hidden="true" />
          {t('preferences')}
        </Link>
      </MenuItem>
      <MenuItem icon={<Keyboard aria-hidden="true" />} onSelect={onShortcuts}>
        {t('shortcuts')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden="true" />} onSelect={signOut}>
        {t('signOut')}
      </MenuItem>
    </Menu>
  )
}
