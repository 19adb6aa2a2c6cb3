import { writeFile } from 'node:fs/promises'
import { rolesDocument } from './roles-document.ts'

await writeFile(new URL('../../../../docs/roles.md', import.meta.url), rolesDocument())
