import './mutations.ts'

export { type EndpointRow, endpointByKey } from './loaders.ts'
export { EndpointRef, EndpointRoleEnum, StarttlsKindEnum, VerdictEnum } from './schema.ts'
export { probeGuard } from './target-of.ts'
