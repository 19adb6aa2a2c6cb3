import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { EnvError, readEnv } from './env.ts'

const dir = mkdtempSync(join(tmpdir(), 'sundown-env-'))
const file = (name: string, text: string) => {
  writeFileSync(join(dir, name), text)
  return join(dir, name)
}
afterAll(() => rmSync(dir, { recursive: true }))

const secret = 's'.repeat(40)

it('takes a secret from the environment or from a file', () => {
  expect(readEnv(['SUNDOWN_SECRET'], { SUNDOWN_SECRET: secret })).toEqual({ SUNDOWN_SECRET: secret })
  const env = { SUNDOWN_SECRET_FILE: file('secret', `${secret}\n`), DATABASE_URL_FILE: file('url', 'postgresql://x') }
  expect(readEnv(['SUNDOWN_SECRET', 'DATABASE_URL'], env)).toEqual({
    SUNDOWN_SECRET: secret,
    DATABASE_URL: 'postgresql://x',
  })
})

it('refuses a secret that is given twice, a file that is not there, and one that is too short', () => {
  const both = { SUNDOWN_SECRET: secret, SUNDOWN_SECRET_FILE: file('again', secret) }
  expect(() => readEnv(['SUNDOWN_SECRET'], both)).toThrow(EnvError)
  expect(() => readEnv(['SUNDOWN_SECRET'], { SUNDOWN_SECRET_FILE: join(dir, 'none') })).toThrow(/cannot be read/)
  expect(() => readEnv(['SUNDOWN_SECRET'], { SUNDOWN_SECRET_FILE: file('short', 'short') })).toThrow(EnvError)
})

it('says what is wrong without saying the secret', () => {
  const given = { SUNDOWN_SECRET: 'hunter2', SUNDOWN_SMTP_URL: 'ftp://user:hunter2@mail', SUNDOWN_API_PORT: '80000' }
  try {
    readEnv(['SUNDOWN_SECRET', 'SUNDOWN_SMTP_URL', 'SUNDOWN_API_PORT', 'DATABASE_URL'], given)
    expect.unreachable()
  } catch (error) {
    expect((error as Error).message).toMatch(/SUNDOWN_SECRET.*\n.*SUNDOWN_SMTP_URL|SUNDOWN_API_PORT/s)
    expect((error as Error).message).not.toContain('hunter2')
  }
})
