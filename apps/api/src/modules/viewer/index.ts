export { ViewerRef } from './schema.ts'
