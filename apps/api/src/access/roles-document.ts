import { narrowedPermissions, type Permission, permissions, rolePermissions, roles } from './roles.ts'

/** docs/roles.md: the table of permissions for people. */
export function rolesDocument(): string {
  const names = Object.keys(permissions) as Permission[]
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    '# Roles',
    '',
    'Generated from `apps/api/src/access/roles.ts` by `pnpm --filter @sundown/api generate`; edit that file, not this one. Each',
    'member of a tenant has one role. A tenant keeps at least one owner, and only owners make or remove owners.',
    '',
    'A tenant also writes roles of its own, as patterns over these names: `endpoint.*`, `*.read`, `*`. Whoever has one holds',
    'what its patterns match in place of the role. Nobody gives, changes or takes what they do not hold themselves. Whoever',
    'is limited to some endpoints holds of their role what the last column marks, and nothing else.',
    '',
    line(['permission', 'what it allows', ...roles, 'for some endpoints']),
    line(['---', '---', ...roles.map(() => ':-:'), ':-:']),
    ...names.map((name) =>
      line([
        `\`${name}\``,
        permissions[name].replaceAll('`', '’'),
        ...roles.map((role) => (rolePermissions[role].has(name) ? 'yes' : '–')),
        narrowedPermissions(new Set([name])).has(name) ? 'yes' : '–',
      ]),
    ),
    '',
  ].join('\n')
}
