export { DatabaseError, type DatabaseErrorCode } from '../database-error.ts'
export { runningUrl } from './running-url.ts'
export { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from './start-embedded.ts'
