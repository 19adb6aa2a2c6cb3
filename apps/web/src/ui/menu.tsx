'use client'

import { type ComponentProps, lazy, type ReactNode, Suspense, useState } from 'react'

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

/**
 * A menu button. The menu itself and all that places it weigh as much as a page, so they come when somebody reaches for
 * the button, not with the page.
 */
export function Menu(props: MenuProps) {
  const [wanted, setWanted] = useState(false)
  const { face, label, className } = props
  const trigger = (
    <MenuButton
      face={face}
      label={label}
      className={className}
      aria-expanded={false}
      onPointerEnter={preload}
      onFocus={preload}
      onClick={() => setWanted(true)}
    />
  )
  if (!wanted) return trigger
  return (
    <Suspense fallback={trigger}>
      <MenuPopup {...props} />
    </Suspense>
  )
}

type MenuButtonProps = ComponentProps<'button'> & Pick<MenuProps, 'face' | 'label'>

export function MenuButton({ face, label, ...rest }: MenuButtonProps) {
  return (
    <button type="button" aria-haspopup="menu" aria-label={label} {...rest}>
      {face}
    </button>
  )
}

const load = () => import('./menu-popup.tsx')
const preload = () => void load()
const MenuPopup = lazy(load)
