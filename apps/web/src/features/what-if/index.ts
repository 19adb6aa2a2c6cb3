'use client'

import { lazy } from 'react'

/** Comes after the page. */
export const WhatIfPanel = lazy(() => import('./what-if-panel.tsx'))
