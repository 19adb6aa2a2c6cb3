import './schema.ts'

export { activeReason, allowsActive, isPracticeLab, type OperatorEnv, operatorAllows } from './active-permission.ts'
export { ownableDomain } from './domain-name.ts'
export { recheckDomains } from './jobs/recheck-domains.ts'
export { proofsIn } from './loaders.ts'
