import type { Permission } from '../../graphql/generated/graphql.ts'

/** Whether the portal offers changes; the API decides. */
export const canWrite = (permissions: readonly Permission[]): boolean => permissions.includes('ENDPOINT_WRITE')
