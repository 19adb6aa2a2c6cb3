export { DatabaseError, type DatabaseErrorCode } from '../database-error.ts'
export { applyMigrations, type MigrateOptions } from './apply-migrations.ts'
