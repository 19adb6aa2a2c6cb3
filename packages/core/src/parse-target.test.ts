import { describe, expect, test } from 'vitest'
import { parseTarget } from './parse-target.ts'

const target = (text: string, options = {}) => {
  const parsed = parseTarget(text, options)
  return parsed.ok ? parsed.target : `${parsed.code} at ${parsed.at}`
}

describe('parseTarget', () => {
  test.each([
    ['mail.example.com:25', { host: 'mail.example.com', port: 25, serverName: 'mail.example.com', starttls: null }],
    ['https://Example.com/path?q#f', { host: 'example.com', port: 443, serverName: 'example.com', starttls: null }],
    [
      'https://user:secret@example.com:8443/',
      { host: 'example.com', port: 8443, serverName: 'example.com', starttls: null },
    ],
    ['ldaps://dc1', { host: 'dc1', port: 636, serverName: 'dc1', starttls: null }],
    ['smtp://mx.example.com', { host: 'mx.example.com', port: 25, serverName: 'mx.example.com', starttls: 'smtp' }],
    ['  rødgrød.dk:443 ', { host: 'xn--rdgrd-vuad.dk', port: 443, serverName: 'xn--rdgrd-vuad.dk', starttls: null }],
    ['[2001:db8::1]:8443', { host: '2001:db8::1', port: 8443, serverName: null, starttls: null }],
    ['2001:DB8:0:0::1', { host: '2001:db8::1', port: 443, serverName: null, starttls: null }],
    ['192.0.2.7:443', { host: '192.0.2.7', port: 443, serverName: null, starttls: null }],
    ['example.com.', { host: 'example.com', port: 443, serverName: 'example.com', starttls: null }],
  ])('reads %s as it was meant', (text, expected) => {
    expect(target(text)).toEqual(expected)
  })

  test.each([
    ['', 'REQUIRED at 0'],
    ['   ', 'REQUIRED at 0'],
    ['exa mple.com', 'INVALID_HOST at 0'],
    ['https://-bad-.com', 'INVALID_HOST at 8'],
    ['example.com:', 'PORT_MISSING at 12'],
    ['example.com:0', 'INVALID_PORT at 12'],
    ['example.com:65536', 'INVALID_PORT at 12'],
    ['example.com:https', 'INVALID_PORT at 12'],
    ['[::1', 'INVALID_HOST at 0'],
    ['fe80::1%eth0', 'INVALID_HOST at 0'],
    ['1234', 'INVALID_HOST at 0'],
    ['x'.repeat(3_000), 'TOO_LONG at 2048'],
  ])('refuses %j and says where', (text, expected) => {
    expect(target(text)).toBe(expected)
  })

  test('takes the port of the dialect where none is given', () => {
    expect(target('mail.example.com', { starttls: 'submission' })).toMatchObject({ port: 587, starttls: 'submission' })
  })

  test('sends another name, or none, where it is told to', () => {
    expect(target('192.0.2.7', { serverName: 'Å.example' })).toMatchObject({ serverName: 'xn--5ca.example' })
    expect(target('example.com', { serverName: '' })).toMatchObject({ serverName: null })
    expect(parseTarget('example.com', { serverName: 'no name' })).toMatchObject({ ok: false, field: 'serverName' })
  })
})
