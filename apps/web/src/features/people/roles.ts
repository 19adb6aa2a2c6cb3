import type { Role } from '../../graphql/generated/graphql.ts'

/** The strongest first. */
export const roles: readonly Role[] = ['OWNER', 'ADMIN', 'OPERATOR', 'VIEWER']

export const roleOf = (text: string): Role => roles.find((role) => role === text) ?? 'VIEWER'
