export { activeChecks } from './active-checks.ts'
export type { ActiveCheck, ActiveContext, CheckResult, Features } from './check.ts'
export { type ActiveCheckId, activeCheckIds } from './ids.ts'
export { type ActiveOptions, runActiveChecks } from './run-active-checks.ts'
