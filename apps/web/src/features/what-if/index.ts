'use client'

import { lazy } from 'react'

/** Comes after the page: it brings the rules, the policies and every client profile with it. */
export const WhatIfPanel = lazy(() => import('./what-if-panel.tsx'))
export type { Subject } from './subject.ts'
