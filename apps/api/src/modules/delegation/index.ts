import './schema.ts'

export { delegationOrThrow } from './lookup.ts'
export { DelegationRef } from './schema.ts'
