'use client'

import { lazy, Suspense } from 'react'
import type { ConfirmDialogProps } from './confirm-dialog.tsx'

/** A confirmation whose dialog comes only when somebody asks for what needs it. */
export function Confirm(props: ConfirmDialogProps) {
  return (
    <Suspense>
      <ConfirmDialog {...props} />
    </Suspense>
  )
}

const ConfirmDialog = lazy(() => import('./confirm-dialog.tsx'))
