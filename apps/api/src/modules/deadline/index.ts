export { nextDeadlineOf } from './loaders.ts'
export { DeadlineRef } from './schema.ts'
