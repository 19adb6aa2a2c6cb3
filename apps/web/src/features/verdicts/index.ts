export { VerdictIcon } from './verdict-icon.tsx'
export { type VerdictOrNone, verdictOrder, verdictTones } from './verdict-look.ts'
export { VerdictPill } from './verdict-pill.tsx'
