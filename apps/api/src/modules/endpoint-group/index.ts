export type { GroupRow } from './loaders.ts'
export { EndpointGroupRef } from './schema.ts'
