export { tallyOver } from './loaders.ts'
export { VerdictCountRef } from './schema.ts'
