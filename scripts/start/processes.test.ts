import { describe, expect, it } from 'vitest'

import { processesOf } from './processes.ts'
import { readSettings } from './settings.ts'

const names = (env: Record<string, string>) =>
  processesOf(readSettings({ SUNDOWN_DATA_DIR: '/tmp/x', ...env }, []), 'postgresql://x', 'secret')

describe('processesOf', () => {
  it('starts lab, API, worker and portal', () => {
    expect(names({}).map(({ name }) => name)).toEqual(['practice lab', 'API', 'worker', 'portal'])
  })

  it('neither starts the lab nor lets its ports be probed where it is switched off', () => {
    const specs = names({ SUNDOWN_LAB: 'off' })
    expect(specs.map(({ name }) => name)).toEqual(['API', 'worker', 'portal'])
    for (const { name, env } of specs.slice(0, 2)) {
      expect(env.SUNDOWN_LAB_PORT, name).toBe('0')
      expect(env, name).not.toHaveProperty('SUNDOWN_LAB_CA')
    }
  })

  it('keeps the database, the secret and the mail server from the portal', () => {
    const portal = names({}).at(-1)
    const told = Object.entries(portal?.env ?? {}).filter(([, value]) => value !== '')
    expect(told.map(([name]) => name).sort()).toEqual(['NEXT_TELEMETRY_DISABLED', 'NODE_ENV', 'SUNDOWN_API_URL'])
    expect(portal?.env).toMatchObject({ SUNDOWN_SMTP_URL: '', SUNDOWN_SMTP_URL_FILE: '' })
  })
})
