'use client'

import { lazy } from 'react'

export { forgetChosenStack } from './chosen-stack.ts'

/** Both come after the page, since the catalogue of remedies is large and read by few. */
export const RemedyList = lazy(() => import('./remedy-list.tsx'))
export const StackChoice = lazy(() => import('./stack-choice.tsx'))
