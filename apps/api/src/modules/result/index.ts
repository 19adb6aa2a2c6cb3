export { factsOf, type ResultRow } from './loaders.ts'
export { ResultRef } from './schema.ts'
