export { scopeInput } from './inputs.ts'
export { ScopeInputRef, ScopeRef } from './schema.ts'
export { asScope, scopeColumn, scopeFrom, scopeNamed } from './scope-from.ts'
