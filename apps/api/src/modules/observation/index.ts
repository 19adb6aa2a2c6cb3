export * from './enums.ts'
export * from './schema.ts'
