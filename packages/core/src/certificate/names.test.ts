import { describe, expect, test } from 'vitest'
import { nameMatches } from './names.ts'

const names = (...dnsNames: string[]) => ({ dnsNames, ipAddresses: [] })
const addresses = (...ipAddresses: string[]) => ({ dnsNames: [], ipAddresses })

describe('a name of a certificate matches as RFC 9525 says', () => {
  test.each([
    ['mail.example.com', 'mail.example.com'],
    ['MAIL.example.COM', 'mail.EXAMPLE.com'],
    ['mail.example.com', 'mail.example.com.'],
    ['*.example.com', 'mail.example.com'],
    ['*.example.com', 'xn--bcher-kva.example.com'],
    ['xn--bcher-kva.example', 'bücher.example'],
    ['_sip.example.com', '_sip.example.com'],
  ])('%s speaks for %s', (presented, reference) => expect(nameMatches(names(presented), reference)).toBe(true))

  test.each([
    ['example.com', 'mail.example.com'],
    ['*.example.com', 'example.com'],
    ['*.example.com', 'a.b.example.com'],
    ['*.example.com', '.example.com'],
    ['m*.example.com', 'mail.example.com'],
    ['*il.example.com', 'mail.example.com'],
    ['mail.*.com', 'mail.example.com'],
    ['*.*.example.com', 'a.b.example.com'],
    ['*.com', 'example.com'],
    ['*', 'example'],
    ['*', 'example.com'],
    ['bücher.example', 'bücher.example'],
    ['mail.example.com\0.evil.example', 'mail.example.com'],
    ['192.0.2.1', '192.0.2.1'],
    ['', ''],
    ['', 'example.com'],
  ])('%j does not speak for %j', (presented, reference) => expect(nameMatches(names(presented), reference)).toBe(false))
})

describe('an address is looked up among addresses only', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['2001:db8:0:0:0:0:0:1', '2001:db8::1'],
  ])('%s speaks for %s', (presented, reference) => expect(nameMatches(addresses(presented), reference)).toBe(true))

  test.each([
    ['192.0.2.1', '192.0.2.2'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['0a0b0c', '192.0.2.1'],
    ['192.0.2.1', 'example.com'],
  ])('%s does not speak for %s', (presented, reference) =>
    expect(nameMatches(addresses(presented), reference)).toBe(false),
  )
})
