'use client'

import type { ComponentProps, ReactNode } from 'react'

export type MenuEntry =
  | { readonly kind: 'label'; readonly text: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'action'; readonly text: string; readonly icon?: ReactNode; readonly onSelect: () => void }
  | {
      readonly kind: 'link'
      readonly text: string
      readonly icon?: ReactNode
      readonly href: string
      readonly current?: boolean
    }

export interface MenuProps {
  /** What the menu button looks like; its name comes from `label`. */
  readonly face: ReactNode
  readonly label: string
  readonly entries: readonly MenuEntry[]
  readonly side?: 'top' | 'bottom'
  readonly align?: 'start' | 'end'
  readonly className?: string
}

type MenuButtonProps = ComponentProps<'button'> & Pick<MenuProps, 'face' | 'label'>

export function MenuButton({ face, label, ...rest }: MenuButtonProps) {
  return (
    <button type="button" aria-haspopup="menu" aria-label={label} {...rest}>
      {face}
    </button>
  )
}
