import { describe, expect, it } from 'vitest'
import { activeReason, operatorAllows } from './active-permission.ts'
import { graceMs, type Proof } from './proof-state.ts'

const env = { SUNDOWN_ACTIVE_ALLOW: [] as string[], SUNDOWN_LAB_PORT: 42_440 }
const now = new Date('2026-11-24T12:00:00Z')
const proof = (changes: Partial<Proof> = {}): Proof => ({
  domain: 'example.com',
  method: 'DNS',
  verifiedAt: now,
  lapsedAt: null,
  ...changes,
})
const peer = (host: string) => ({ host, port: 443 })
const reason = (host: string, ...proofs: Proof[]) => activeReason(env, peer(host), proofs, now)

describe('active checks are allowed', () => {
  it('below a domain that a record proves', () => {
    expect(reason('mail.example.com', proof())).toBe('PROVEN')
    expect(reason('example.com', proof())).toBe('PROVEN')
  })

  it('by a file only on the name that serves it', () => {
    expect(reason('example.com', proof({ method: 'HTTP' }))).toBe('PROVEN')
    expect(reason('mail.example.com', proof({ method: 'HTTP' }))).toBe('NOT_PROVEN')
  })

  it('by nothing that is pending, lapsed, or was last found longer ago than the days of grace', () => {
    expect(reason('example.com', proof({ verifiedAt: null }))).toBe('NOT_PROVEN')
    expect(reason('example.com', proof({ lapsedAt: now }))).toBe('LAPSED')
    expect(reason('example.com', proof({ verifiedAt: new Date(now.getTime() - graceMs) }))).toBe('PROVEN')
    expect(reason('example.com', proof({ verifiedAt: new Date(now.getTime() - graceMs - 1) }))).toBe('LAPSED')
  })

  it('by no proof of another domain, and of no address', () => {
    expect(reason('example.net', proof())).toBe('NOT_PROVEN')
    expect(reason('192.0.2.1', proof())).toBe('NO_DOMAIN')
  })

  it('by the operator: names below a domain, addresses in a network, the practice lab, or everything', () => {
    const allow = (...entries: string[]) => ({ ...env, SUNDOWN_ACTIVE_ALLOW: entries })
    expect(operatorAllows(allow('corp.example'), peer('a.corp.example'))).toBe(true)
    expect(operatorAllows(allow('corp.example'), peer('corp.example.net'))).toBe(false)
    expect(operatorAllows(allow('10.0.0.0/8'), peer('10.1.2.3'))).toBe(true)
    expect(operatorAllows(allow('10.0.0.0/8'), peer('a.example'), '10.1.2.3')).toBe(true)
    expect(operatorAllows(allow('10.0.0.0/8'), peer('a.example'), '11.1.2.3')).toBe(false)
    expect(operatorAllows(allow('10.0.0.0/8'), peer('a.example'))).toBe(false)
    expect(operatorAllows(allow('*'), peer('a.example'))).toBe(true)
    expect(operatorAllows(env, { host: '127.0.0.1', port: 42_443 })).toBe(true)
    expect(operatorAllows(env, { host: '127.0.0.1', port: 443 })).toBe(false)
    expect(operatorAllows(env, { host: '192.0.2.1', port: 42_443 })).toBe(false)
  })
})
