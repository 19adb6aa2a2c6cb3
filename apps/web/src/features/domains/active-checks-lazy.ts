'use client'

import { lazy } from 'react'

/** Comes after the report, below which it stands. */
export const ActiveChecks = lazy(() => import('./active-checks.tsx'))
