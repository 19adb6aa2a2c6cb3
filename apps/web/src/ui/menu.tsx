'use client'

import { lazy, Suspense, useState } from 'react'
import { MenuButton, type MenuProps } from './menu-button.tsx'

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

const load = () => import('./menu-popup.tsx')
const preload = () => void load()
const MenuPopup = lazy(load)
