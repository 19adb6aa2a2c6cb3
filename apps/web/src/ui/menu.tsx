'use client'

import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'

interface MenuProps {
  readonly trigger: ReactNode
  readonly children: ReactNode
  readonly side?: 'top' | 'bottom'
  readonly align?: 'start' | 'end'
}

/** A menu button. `trigger` is one focusable element. */
export function Menu({ trigger, children, side = 'bottom', align = 'start' }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={12}
          className="z-50 min-w-56 animate-rise rounded-xl border border-line bg-raised p-1.5 text-ink shadow-float"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

interface MenuItemProps {
  readonly icon?: ReactNode
  readonly onSelect?: () => void
  readonly asChild?: boolean
  readonly children: ReactNode
}

export function MenuItem({ icon, children, ...rest }: MenuItemProps) {
  return (
    <DropdownMenu.Item {...rest} className={menuItemClass}>
      {rest.asChild ? (
        children
      ) : (
        <>
          {icon}
          {children}
        </>
      )}
    </DropdownMenu.Item>
  )
}

export function MenuLabel({ children }: { readonly children: ReactNode }) {
  return <DropdownMenu.Label className="px-2.5 pt-1.5 pb-1 text-ink-faint text-xs">{children}</DropdownMenu.Label>
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className="-mx-1.5 my-1.5 h-px bg-line" />
}

const menuItemClass = classes(
  'flex min-h-9 w-full cursor-pointer select-none items-center gap-2.5 rounded-lg px-2.5 text-sm outline-none',
  'data-highlighted:bg-hover data-highlighted:outline-2 data-highlighted:outline-focus data-highlighted:-outline-offset-2 [&_svg]:size-4 [&_svg]:text-ink-faint',
)
