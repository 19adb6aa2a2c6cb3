import './schema.ts'

export { delegationOrThrow } from './lookup.ts'
