'use client'

import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

export interface ConfirmDialogProps {
  readonly title: string
  readonly closeLabel: string
  readonly cancelLabel: string
  readonly confirmLabel: string
  readonly busy: boolean
  readonly children: ReactNode
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks once more before something that cannot be taken back. */
export default function ConfirmDialog({
  title,
  closeLabel,
  cancelLabel,
  confirmLabel,
  busy,
  children,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  return (
    <Dialog open onOpenChange={onClose} title={title} closeLabel={closeLabel}>
      <div className="grid gap-5">
        <div className="text-ink-soft">{children}</div>
        <div className="flex flex-wrap justify-end gap-2 border-line border-t pt-4">
          <Button look="quiet" onClick={onClose}>
            {cancelLabel}
          </Button>
          <Button look="danger" busy={busy} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
