'use client'

import { lazy } from 'react'

/** What the list of endpoints offers of groups; its page is light, so these come after it. */
export const GroupFilter = lazy(() => import('./group-filter.tsx'))
export const SelectionDialog = lazy(() => import('./selection-dialog.tsx'))
