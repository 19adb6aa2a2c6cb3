'use client'

import { Check } from 'lucide-react'
import Link from 'next/link'
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import { classes } from './classes.ts'
import { MenuButton, type MenuEntry, type MenuProps } from './menu-button.tsx'

/** The menu once it is wanted: open at first, then like any menu. */
export default function MenuPopup({ face, label, entries, side = 'bottom', align = 'start', className }: MenuProps) {
  const [open, setOpen] = useState(true)
  return (
    <DropdownMenu.Root modal={false} open={open} onOpenChange={setOpen}>
      <DropdownMenu.Trigger asChild>
        <MenuButton face={face} label={label} className={className} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        side={side}
        align={align}
        sideOffset={6}
        collisionPadding={12}
        className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-56 max-w-80 animate-rise overflow-y-auto rounded-xl border border-line bg-raised p-1.5 text-ink shadow-float"
      >
        {entries.map((entry, index) => (
          <Entry key={entry.kind === 'link' ? entry.href : `${entry.kind} ${index}`} entry={entry} />
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  )
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  switch (entry.kind) {
    case 'label':
      return (
        <DropdownMenu.Label className="truncate px-2.5 pt-1.5 pb-1 text-ink-faint text-xs">
          {entry.text}
        </DropdownMenu.Label>
      )
    case 'separator':
      return <DropdownMenu.Separator className="-mx-1.5 my-1.5 h-px bg-line" />
    case 'action':
      return (
        <DropdownMenu.Item onSelect={entry.onSelect} className={itemClass}>
          {entry.icon}
          {entry.text}
        </DropdownMenu.Item>
      )
    case 'link':
      return (
        <DropdownMenu.Item asChild className={itemClass}>
          <Link href={entry.href} aria-current={entry.current ? 'true' : undefined}>
            {entry.icon}
            <span className="min-w-0 flex-1 truncate">{entry.text}</span>
            {entry.current ? <Check aria-hidden="true" /> : null}
          </Link>
        </DropdownMenu.Item>
      )
  }
}

const itemClass = classes(
  'flex min-h-9 w-full cursor-pointer select-none items-center gap-2.5 rounded-lg px-2.5 text-sm outline-none',
  'data-highlighted:bg-hover data-highlighted:outline-2 data-highlighted:outline-focus data-highlighted:-outline-offset-2 [&_svg]:size-4 [&_svg]:text-ink-faint',
)
