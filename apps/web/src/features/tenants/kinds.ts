import type { TenantKind } from '../../graphql/generated/graphql.ts'

/** Those who look after themselves first: most do. */
export const kinds = ['CUSTOMER', 'PARTNER'] as const satisfies readonly TenantKind[]
