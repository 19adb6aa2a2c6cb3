export { ScopePicker } from './scope-picker.tsx'
export { ScopeText } from './scope-text.tsx'
export { everything, isEverything, type ScopeValue, scopeInput, scopeValue } from './scope-value.ts'
