import { describe, expect, it } from 'vitest'

import { readSettings } from './settings.ts'
import { StartError } from './start-error.ts'

describe('readSettings', () => {
  it('listens on loopback and prints the name that people type', () => {
    const { portal, api, databaseUrl, labPort } = readSettings({ SUNDOWN_DATA_DIR: '/tmp/x' }, [])
    expect(portal).toEqual({ host: '127.0.0.1', port: 3000, url: 'http://localhost:3000' })
    expect(api.url).toBe('http://127.0.0.1:4000')
    expect(databaseUrl).toBeNull()
    expect(labPort).toBe(42_440)
  })

  it('reaches an API that listens on every address by loopback', () => {
    expect(readSettings({ SUNDOWN_API_HOST: '0.0.0.0' }, []).api.url).toBe('http://127.0.0.1:4000')
  })

  it.each(['0', '65536', 'http', '3000.5', '-1'])('refuses %s as a port and names the variable', (text) => {
    expect(() => readSettings({ SUNDOWN_API_PORT: text }, [])).toThrow(StartError)
    expect(() => readSettings({ SUNDOWN_API_PORT: text }, [])).toThrow(/SUNDOWN_API_PORT .* 1 to 65535/)
  })

  it('takes an empty variable as not set', () => {
    expect(readSettings({ SUNDOWN_PORTAL_PORT: '', DATABASE_URL: '' }, []).portal.port).toBe(3000)
  })

  it('leaves the practice lab out on request', () => {
    expect(readSettings({ SUNDOWN_LAB: 'off' }, []).labPort).toBeNull()
  })

  it('refuses an option that it does not know', () => {
    expect(() => readSettings({}, ['--prot=3000'])).toThrow(/--prot=3000/)
  })
})
