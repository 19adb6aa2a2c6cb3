import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readStaple } from './ocsp.ts'
import { parseCertificate } from './parse.ts'

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/certificates/ocsp/${name}.der`, import.meta.url))
const chain = ['leaf', 'ca'].map((name) => parseCertificate(fixture(name)))
/** The day that the fixtures were made, and with it the week that they are good for. */
const made = new Date(chain[0]?.fact.notBefore ?? '')
const after = (days: number) => new Date(made.getTime() + days * 86_400_000)

describe('a staple is read for what it says of the leaf', () => {
  test.each([
    ['good', { certificateStatus: 'good', signatureValid: true, fresh: true }],
    ['revoked', { certificateStatus: 'revoked', signatureValid: true, fresh: true }],
    ['unknown', { certificateStatus: 'unknown', signatureValid: true, fresh: true }],
    ['delegated', { certificateStatus: 'good', signatureValid: true, fresh: true }],
    ['forged', { certificateStatus: 'good', signatureValid: false, fresh: true }],
    ['other', { certificateStatus: null, signatureValid: true, fresh: null }],
  ])('%s', (name, expected) => {
    expect(readStaple(fixture(name), chain, after(1))).toMatchObject({
      ocspStapled: { value: true },
      ocsp: { response: 'successful', ...expected },
    })
  })
})

test('a staple past its next update is stale, and one from tomorrow too', () => {
  expect(readStaple(fixture('good'), chain, after(8)).ocsp?.fresh).toBe(false)
  expect(readStaple(fixture('good'), chain, after(-1)).ocsp?.fresh).toBe(false)
})

test('without the issuer nobody can say whether the signature holds', () => {
  expect(readStaple(fixture('good'), chain.slice(0, 1), after(1)).ocsp).toMatchObject({
    certificateStatus: 'good',
    signatureValid: null,
  })
})

test('not asked, not given and unreadable are three answers', () => {
  expect(readStaple(undefined, chain, after(1)).ocspStapled).toMatchObject({ value: null, reason: 'not-asked' })
  expect(readStaple(null, chain, after(1)).ocspStapled).toMatchObject({ value: false, reason: null })
  expect(readStaple(Buffer.of(1, 2, 3), chain, after(1)).ocsp?.response).toBe('unreadable')
})

test('a responder that was busy is told apart from one that answered', () => {
  expect(readStaple(Buffer.of(0x30, 3, 0x0a, 1, 3), chain, after(1)).ocsp?.response).toBe('try-later')
})

test('no truncation of a staple makes it throw', () => {
  const whole = fixture('delegated')
  for (let length = 1; length < whole.length; length += 1)
    expect(readStaple(whole.subarray(0, length), chain, after(1)).ocsp?.certificateStatus).toBeNull()
})
