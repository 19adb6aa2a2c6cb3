import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { rolesDocument } from './roles-document.ts'

test('docs/roles.md is the table of permissions as it stands', async () => {
  expect(await readFile(new URL('../../../../docs/roles.md', import.meta.url), 'utf8')).toBe(rolesDocument())
})
