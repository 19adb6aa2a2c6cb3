import './schema.ts'
