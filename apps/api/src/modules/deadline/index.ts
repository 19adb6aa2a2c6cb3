import './mutations.ts'

export { nextDeadlineOf } from './loaders.ts'
export { DeadlineRef } from './schema.ts'
