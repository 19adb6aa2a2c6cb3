import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const folder = join(import.meta.dirname, 'modules')
const verbs = globSync('*/verbs/*.ts', { cwd: folder }).filter((file) => !file.endsWith('.test.ts'))
const sourceOf = (file: string) => readFileSync(join(folder, file), 'utf8')

/** Verbs that write nothing of their own; what they call is looked at in its place. */
const callers: Readonly<Record<string, string>> = {
  'deadline/verbs/move-deadline.ts': 'writeRecord of add-deadline.ts',
  'setup/verbs/complete-setup.ts': 'insertTenant of create-tenant.ts',
}

it('writes to an audit log in every verb that writes', () => {
  expect(verbs.length).toBeGreaterThan(30)
  const silent = verbs.filter((file) => {
    const source = sourceOf(file)
    const writes = /\bctx\.write\(|\.asTenants\(|\btx\.\w+\.(create|update|delete|upsert)/.test(source)
    return writes && !/\baudit\(|\blogOperator\(/.test(source) && !(file in callers)
  })
  expect(silent).toEqual([])
  expect(Object.keys(callers).filter((file) => !verbs.includes(file))).toEqual([])
})

it('asks for permission in every verb, or says why anybody may', () => {
  const open: Readonly<Record<string, string>> = {
    'setup/verbs/complete-setup.ts': 'works once, before there is anybody',
    'member/verbs/accept-invitation.ts': 'the token of the link is the permission',
  }
  const unasked = verbs.filter(
    (file) =>
      !/\bpermit\w*\(|delegationOrThrow\(|providerToWrite\(|permitted\w*\(/.test(sourceOf(file)) && !(file in open),
  )
  expect(unasked).toEqual([])
})
