import { describe, expect, it } from 'vitest'
import { nothingKnown } from '../../test/support/active-context.ts'
import type { AddressedTarget } from '../target.ts'
import { hstsOf, httpRequest } from './strict-transport-security.ts'

const reply = (...headers: readonly string[]): string => ['HTTP/1.1 301 Moved', ...headers, '', ''].join('\r\n')
const sent = { state: 'sent', maxAge: 31_536_000, includeSubDomains: false, preload: false, reason: null }

describe('hstsOf', () => {
  it.each([
    ['strict-transport-security: max-age=31536000', sent],
    ['Strict-Transport-Security : max-age="31536000" ; preload', { ...sent, preload: true }],
    ['STRICT-TRANSPORT-SECURITY:includeSubDomains;; MAX-AGE = 31536000;x="y"', { ...sent, includeSubDomains: true }],
    ['Strict-Transport-Security: max-age=0', { ...sent, maxAge: 0 }],
  ])('reads %s', (header, expected) => expect(hstsOf(reply('Server: x', header))).toEqual(expected))

  it.each(['includeSubDomains', 'max-age=', 'max-age=-1', 'max-age=1y', 'max-age=1; max-age=2', 'max-age="1'])(
    'holds %s for no policy',
    (value) => expect(hstsOf(reply(`Strict-Transport-Security: ${value}`)).state).toBe('invalid'),
  )

  it('takes the first header of that name, and none from the body', () => {
    const [first, second] = ['Strict-Transport-Security: max-age=0', 'Strict-Transport-Security: max-age=31536000']
    expect(hstsOf(reply(first as string, second as string)).maxAge).toBe(0)
    expect(hstsOf(`${reply('Server: x')}${second}`)).toMatchObject({ state: 'absent', maxAge: null, reason: null })
  })

  it('tells what is no answer from an answer without a policy', () => {
    expect(hstsOf('')).toMatchObject({ state: 'unknown', reason: 'timed-out' })
    expect(hstsOf('220 mail.example ESMTP\r\n')).toMatchObject({ state: 'unknown', reason: 'malformed' })
    expect(hstsOf('HTTP/1.1 200 OK\r\nStrict-Tr')).toMatchObject({ state: 'unknown', reason: 'malformed' })
  })
})

describe('httpRequest', () => {
  const target: AddressedTarget = {
    host: 'www.example',
    address: '192.0.2.1',
    port: 443,
    serverName: 'www.example',
    starttls: null,
  }
  const asked = (change: Partial<AddressedTarget>, alpn: readonly string[] = []) =>
    httpRequest({ target: { ...target, ...change }, facts: { ...nothingKnown, alpn } })

  it('asks by the name, with the port where it is not the usual one', () => {
    expect(asked({})).toContain('HEAD / HTTP/1.1\r\nHost: www.example\r\n')
    expect(asked({ port: 8443 }, ['h2'])).toContain('Host: www.example:8443\r\n')
  })

  it('asks nothing of what is no web server, or has no name that a policy could be bound to', () => {
    expect(asked({ port: 8443 })).toBeNull()
    expect(asked({ port: 25, starttls: 'smtp' })).toBeNull()
    expect(asked({ serverName: null })).toBeNull()
  })
})
