import { expect, test } from 'vitest'
import { isAcceptedByMicrosoft365, isForwardSecret } from './suite-traits.ts'

test.each([
  ['TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', true],
  ['TLS_DHE_RSA_WITH_AES_256_CBC_SHA', true],
  ['TLS_AES_256_GCM_SHA384', true],
  ['TLS_RSA_WITH_AES_128_CBC_SHA', false],
  ['TLS_ECDH_RSA_WITH_AES_128_CBC_SHA', false],
  ['0xfafa', false],
])('%s keeps the past secret: %s', (name, secret) => {
  expect(isForwardSecret(name)).toBe(secret)
})

test('the list of Microsoft 365 has ECDHE with AES-GCM and not RC4', () => {
  expect(isAcceptedByMicrosoft365(0xc02f)).toBe(true)
  expect(isAcceptedByMicrosoft365(0x0005)).toBe(false)
})

test('the AES suites of TLS 1.3 are taken', () => {
  expect(isAcceptedByMicrosoft365(0x1302)).toBe(true)
})
