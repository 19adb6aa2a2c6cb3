export { activeChecks } from './active-checks.ts'
export type { ActiveContext } from './check.ts'
export { beginResumption, runActiveChecks } from './run-active-checks.ts'
export { withActive } from './with-active.ts'
