import './mutations.ts'

export { countAcross, type EndpointRow, endpointByKey, listAcross, positionBy } from './loaders.ts'
export {
  EndpointRef,
  EndpointRoleEnum,
  EndpointSortEnum,
  SortDirectionEnum,
  StackEnum,
  StarttlsKindEnum,
  VerdictEnum,
} from './schema.ts'
export { probeGuard } from './target-of.ts'
