'use client'

import { CircleUserRound, Keyboard, LogOut, SlidersHorizontal, UserRoundCog } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { classes } from '../../ui/classes.ts'
import { Menu } from '../../ui/menu.tsx'
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
      label={t('account', { name: viewer.name })}
      side={compact ? 'bottom' : 'top'}
      align={compact ? 'end' : 'start'}
      face={
        <>
          <CircleUserRound aria-hidden="true" />
          {compact ? null : <span className="truncate">{viewer.name}</span>}
        </>
      }
      className={classes(
        'flex min-h-10 items-center gap-2.5 rounded-lg px-3 text-left text-sm transition-colors [&_svg]:size-5 [&_svg]:shrink-0',
        className,
      )}
      entries={[
        { kind: 'label', text: viewer.email },
        { kind: 'link', text: t('ownAccount'), icon: <UserRoundCog aria-hidden="true" />, href: '/account' },
        {
          kind: 'link',
          text: t('preferences'),
          icon: <SlidersHorizontal aria-hidden="true" />,
          href: '/preferences',
        },
        { kind: 'action', text: t('shortcuts'), icon: <Keyboard aria-hidden="true" />, onSelect: onShortcuts },
        { kind: 'separator' },
        { kind: 'action', text: t('signOut'), icon: <LogOut aria-hidden="true" />, onSelect: signOut },
      ]}
    />
  )
}
