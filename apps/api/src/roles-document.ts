import { type Permission, permissions, rolePermissions, roles } from './roles.ts'

/** docs/roles.md: the table of permissions for people. */
export function rolesDocument(): string {
  const names = Object.keys(permissions) as Permission[]
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    '# Roles',
    '',
    'Generated from `apps/api/src/roles.ts` by `pnpm --filter @sundown/api generate`; edit that file, not this one. Each',
    'member of a tenant has one role. A tenant keeps at least one owner, and only owners make or remove owners.',
    '',
    line(['permission', 'what it allows', ...roles]),
    line(['---', '---', ...roles.map(() => ':-:')]),
    ...names.map((name) =>
      line([
        `\`${name}\``,
        permissions[name].replaceAll('`', '’'),
        ...roles.map((role) => (rolePermissions[role].has(name) ? 'yes' : '–')),
      ]),
    ),
    '',
  ].join('\n')
}
