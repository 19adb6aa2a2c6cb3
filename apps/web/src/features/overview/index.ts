export { Overview } from './overview.tsx'
export { OverviewSkeleton } from './overview-skeleton.tsx'
