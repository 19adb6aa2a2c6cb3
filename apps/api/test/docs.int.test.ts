import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createTenant } from '@sundown/db/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Api, password, portalUrl, signIn, startApi } from './harness.ts'

const run = promisify(execFile)
let api: Api
let dir: string

beforeAll(async () => {
  api = await startApi({ worker: true })
  dir = await mkdtemp(join(tmpdir(), 'sundown-docs-'))
})

afterAll(async () => {
  await api?.close()
  await rm(dir, { recursive: true, force: true })
})

// A machine without these tools cannot follow the document either.
const hasTools = ['curl', 'jq'].every((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0)

it.skipIf(!hasTools)('runs every command of docs/api.md as it stands', async () => {
  const text = await readFile(new URL('../../../docs/api.md', import.meta.url), 'utf8')
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map((match) => match[1])
  expect(blocks.length).toBeGreaterThan(8)
  const { tenant } = await createTenant(api.db.database)
  const person = await signIn(api, [{ tenantId: tenant.id, role: 'ADMIN' }])
  const env = { PATH: process.env.PATH, SUNDOWN: api.url, ORIGIN: portalUrl, EMAIL: person.email, PASSWORD: password }
  const { stdout } = await run('sh', ['-e', '-c', blocks.join('\n')], { cwd: dir, env, timeout: 60_000 })
  expect(stdout).toContain('"role": "ADMIN"')
  expect(stdout).toContain('mail.example.com:25')
  expect(stdout).toMatch(/event: next\ndata: .*"scanProgress"/)
  expect(stdout).toMatch(/"status":\s*"(COMPLETED|FAILED)"/)
  expect(stdout).not.toContain('"errors":[{')
})
