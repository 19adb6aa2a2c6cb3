export { tendDelegations } from './jobs/tend-delegations.ts'
export { type DelegationRow, statusAt } from './loaders.ts'
export { delegationOrThrow } from './lookup.ts'
export { DelegationRef } from './schema.ts'
