import './schema.ts'

export { isLabAvailable } from './targets.ts'
