export * from './factories.ts'
export { type TestDatabase, testDatabase } from './test-database.ts'
