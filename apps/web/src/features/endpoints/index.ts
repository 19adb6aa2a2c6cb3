export { EndpointForm } from './endpoint-form.tsx'
export { EndpointList } from './endpoint-list.tsx'
export { listVariables, readListState } from './list-state.ts'
export { useEndpointDelete } from './use-endpoint-delete.ts'
