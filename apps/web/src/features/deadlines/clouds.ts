import type { Cloud } from '../../graphql/generated/graphql.ts'

/** Microsoft's clouds in the order that administrators meet them. */
export const clouds = ['WORLDWIDE', 'GCC', 'GCC_HIGH', 'DOD', 'CHINA'] as const satisfies readonly Cloud[]
