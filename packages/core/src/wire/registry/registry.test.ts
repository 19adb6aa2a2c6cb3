import { describe, expect, test } from 'vitest'
import { cipherSuite, cipherSuites } from './cipher-suite.ts'
import { cipherSuiteNames } from './cipher-suite-names.ts'
import { namedGroups } from './named-group.ts'

describe('cipher suites', () => {
  test('stand once each, in the order of their code points', () => {
    const ids = cipherSuiteNames.map(([id]) => id)
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b))
    expect(new Set(cipherSuiteNames.map(([, name]) => name)).size).toBe(ids.length)
  })

  test.each([
    [
      0xc02f,
      { keyExchange: 'ECDHE', authentication: 'RSA', bits: 128, mode: 'aead', forwardSecrecy: true, since: 'TLSv1.2' },
    ],
    [0x0003, { keyExchange: 'RSA', bits: 40, mode: 'stream', export: true, since: 'SSLv3' }],
    [0x0008, { keyExchange: 'RSA', bits: 40, mode: 'cbc', export: true }],
    [0x000a, { bits: 112, mode: 'cbc', forwardSecrecy: false }],
    [0x0034, { keyExchange: 'DHE', authentication: 'anon', bits: 128 }],
    [0x003b, { bits: 0, mode: 'null', since: 'TLSv1.2' }],
    [0x0064, { bits: 56, export: true }],
    [0x1303, { keyExchange: 'TLS13', authentication: 'any', bits: 256, since: 'TLSv1.3' }],
    [0xc0b4, { keyExchange: 'TLS13', bits: 0, mode: 'null', since: 'TLSv1.3' }],
    [0xc0ac, { keyExchange: 'ECDHE', authentication: 'ECDSA', bits: 128, mode: 'aead' }],
    [0xc01e, { keyExchange: 'SRP', authentication: 'RSA', bits: 128 }],
    [0xccae, { keyExchange: 'RSA_PSK', bits: 256, mode: 'aead' }],
    [0xc100, { keyExchange: 'GOST' }],
    [0xc103, { keyExchange: 'TLS13' }],
    [0x0013, { keyExchange: 'DHE', authentication: 'DSS', bits: 112 }],
  ])('%i is described by its name', (id, expected) => {
    expect(cipherSuite(id)).toMatchObject(expected)
  })

  test('none is left without a strength', () => {
    expect(cipherSuites.filter(({ bits, mode }) => bits === 0 && mode !== 'null')).toEqual([])
    expect(cipherSuites.filter(({ bits }) => Number.isNaN(bits))).toEqual([])
  })
})

test('groups stand once each, with the post-quantum hybrids among them', () => {
  expect(new Set(namedGroups.map(({ id }) => id)).size).toBe(namedGroups.length)
  expect(namedGroups.filter(({ kind }) => kind === 'hybrid').map(({ id }) => id)).toEqual(
    expect.arrayContaining([0x11eb, 0x11ec, 0x11ed]),
  )
})
