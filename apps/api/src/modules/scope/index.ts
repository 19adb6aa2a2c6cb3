export { scopeInput } from './inputs.ts'
export { ScopeInputRef, ScopeRef } from './schema.ts'
export { asScope, scopeColumn, scopeFrom } from './scope-from.ts'
