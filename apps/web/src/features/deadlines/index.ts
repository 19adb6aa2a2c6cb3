import { lazy } from 'react'

export { clouds } from './clouds.ts'
export { DeadlineCard } from './deadline-card.tsx'
export { DeadlineLine } from './deadline-line.tsx'
export { DeadlineTimeline } from './deadline-timeline.tsx'
/** Comes after the page. */
export const DeadlineList = lazy(() => import('./deadline-list.tsx'))
