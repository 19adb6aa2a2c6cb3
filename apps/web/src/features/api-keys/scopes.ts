import type { Permission } from '../../graphql/generated/graphql.ts'

/** What a key is usually for; `chosen` is picked permission by permission. */
export const purposes = {
  read: ['*.read'],
  scan: ['*.read', 'endpoint.*', 'scan.*'],
  chosen: [],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Purpose = keyof typeof purposes

export const purposeNames = Object.keys(purposes) as Purpose[]

/** The spelling that scopes use: `TENANT_READ` is `tenant.read`. */
export const dotted = (permission: Permission): string => permission.toLowerCase().replaceAll('_', '.')

/** The permissions that a pattern covers, in the order given. */
export function matching(pattern: string, permissions: readonly Permission[]): Permission[] {
  const expression = new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replaceAll(/[^a-z0-9-]/g, '[$&]'))
      .join('.*')}$`,
  )
  return permissions.filter((permission) => expression.test(dotted(permission)))
}

/** The purpose that scopes stand for, where they are just those. */
export function purposeOf(scopes: readonly string[]): Purpose | null {
  const text = [...scopes].sort().join()
  return purposeNames.find((name) => name !== 'chosen' && [...purposes[name]].sort().join() === text) ?? null
}

/** What a key may never hold: access is given by people. The API holds to it as well. */
export const peopleOnly: readonly Permission[] = [
  'TENANT_DELETE',
  'TENANT_EXPORT',
  'PROVIDER_WRITE',
  'MEMBER_WRITE',
  'ROLE_WRITE',
  'KEY_WRITE',
  'DELEGATION_WRITE',
  'TECHNICIAN_WRITE',
]
