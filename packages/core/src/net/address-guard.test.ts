import { describe, expect, test } from 'vitest'
import { createAddressGuard, openGuard } from './address-guard.ts'

const usual = createAddressGuard({ allow: [], practicePorts: [42_440, 42_455] })
const generous = createAddressGuard({ allow: ['0.0.0.0/0', '::/0'] })

describe('createAddressGuard', () => {
  test.each(['93.184.216.34', '2606:2800:220:1::1', '::ffff:93.184.216.34', '64:ff9b::5db8:d822'])(
    'permits %s',
    (address) => {
      expect(usual.permits(address, 443)).toBe(true)
    },
  )

  test.each([
    '10.0.0.1',
    '172.16.3.4',
    '192.168.1.1',
    '100.64.0.1',
    '127.0.0.1',
    '::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '::ffff:127.0.0.1',
    '64:ff9b::a00:1',
    '2002:0a00:0001::1',
    '::10.0.0.1',
    '192.0.2.1',
    '2001:db8::1',
    '240.0.0.1',
    'example.com',
    '1.2.3.4.5',
    'fe80::1%eth0',
    '',
  ])('refuses %j by default', (address) => {
    expect(usual.permits(address, 443)).toBe(false)
  })

  test.each([
    '169.254.169.254',
    '169.254.0.1',
    'fe80::1',
    'fd00:ec2::254',
    '100.100.100.200',
    '168.63.129.16',
    '::ffff:169.254.169.254',
    '64:ff9b::a9fe:a9fe',
    '224.0.0.1',
    'ff02::1',
    '255.255.255.255',
    '0.0.0.0',
    '::',
  ])('refuses %s whatever is allowed', (address) => {
    expect(generous.permits(address, 443)).toBe(false)
  })

  test('permits loopback on the ports of the practice lab only', () => {
    expect([42_439, 42_440, 42_455, 42_456].map((port) => usual.permits('127.0.0.1', port))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(usual.permits('::1', 42_440)).toBe(true)
  })

  test('permits what the operator names, in either family', () => {
    const guard = createAddressGuard({ allow: ['10.0.0.0/8', 'fd12::/16'] })
    expect(['10.9.8.7', '::ffff:10.9.8.7', 'fd12::1'].map((address) => guard.permits(address, 25))).toEqual([
      true,
      true,
      true,
    ])
    expect(['11.0.0.1', '192.168.0.1', 'fd13::1'].map((address) => guard.permits(address, 25))).toEqual([
      true,
      false,
      false,
    ])
  })

  test('says which CIDR is none', () => {
    expect(() => createAddressGuard({ allow: ['10.0.0.0/33'] })).toThrow(RangeError)
  })

  test('the open guard takes every address, and still no name', () => {
    expect(openGuard.permits('127.0.0.1', 1)).toBe(true)
    expect(openGuard.permits('localhost', 1)).toBe(false)
  })
})
