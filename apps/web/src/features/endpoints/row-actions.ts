import type { EndpointRowFragment } from '../../graphql/generated/graphql.ts'

/** What a row offers to a viewer who may change things. */
export interface RowActions {
  readonly onScan: (endpoint: EndpointRowFragment) => void
  readonly onDelete: (endpoint: EndpointRowFragment) => void
}
