'use client'

import { lazy } from 'react'

/** Comes when somebody edits: it brings the names of every stack with it. */
export const EndpointDialog = lazy(() => import('./endpoint-dialog.tsx'))
