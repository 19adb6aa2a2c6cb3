export { DeadlineCard } from './deadline-card.tsx'
export { DeadlineLine } from './deadline-line.tsx'
