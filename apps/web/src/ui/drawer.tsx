'use client'

import { X } from 'lucide-react'
import { Dialog as RadixDialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { IconButton } from './button.tsx'

interface DrawerProps {
  readonly onClose: () => void
  readonly title: ReactNode
  readonly closeLabel: string
  readonly children: ReactNode
}

/** What belongs to one row of a list, beside the list; the whole width of a phone. */
export function Drawer({ onClose, title, closeLabel, children }: DrawerProps) {
  return (
    <RadixDialog.Root open onOpenChange={onClose}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="fixed inset-0 z-50 bg-[oklch(0.15_0.04_282/0.35)]" />
        <RadixDialog.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 right-0 z-50 flex w-full max-w-lg animate-rise flex-col border-line border-l bg-raised shadow-float"
        >
          <div className="flex items-start justify-between gap-4 border-line border-b px-5 py-4">
            <RadixDialog.Title className="min-w-0 pt-1 font-semibold text-lg leading-snug tracking-tight">
              {title}
            </RadixDialog.Title>
            <RadixDialog.Close asChild>
              <IconButton label={closeLabel}>
                <X aria-hidden="true" />
              </IconButton>
            </RadixDialog.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-5">{children}</div>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}
