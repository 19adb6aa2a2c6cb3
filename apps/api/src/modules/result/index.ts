export { factsOf, type ResultRow, resultsOf } from './loaders.ts'
export { ResultRef } from './schema.ts'
