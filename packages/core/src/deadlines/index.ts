export * from './deadline.ts'
export { deadlines, deadlinesVersion } from './deadlines.ts'
export * from './deadlines-for.ts'
export { earliestBlock } from './earliest-block.ts'
