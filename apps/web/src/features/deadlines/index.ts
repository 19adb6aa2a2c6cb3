export { clouds } from './clouds.ts'
export { DeadlineCard } from './deadline-card.tsx'
export { DeadlineLine } from './deadline-line.tsx'
export { DeadlineTimeline } from './deadline-timeline.tsx'
