import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { signedToken } from './session-of.ts'

const secret = 's'.repeat(32)
const signed = (token: string, by = secret) =>
  encodeURIComponent(`${token}.${createHmac('sha256', by).update(token).digest('base64')}`)

it('takes a token that was signed with our secret, plain or secure, among other cookies', () => {
  expect(signedToken(`sundown.session_token=${signed('abc')}`, secret)).toBe('abc')
  expect(signedToken(`a=b; __Secure-sundown.session_token=${signed('abc')}; c=d`, secret)).toBe('abc')
})

it('takes nothing else', () => {
  for (const cookies of [
    null,
    '',
    'sundown.session_token=',
    'sundown.session_token=abc',
    'sundown.session_token=abc.def',
    'sundown.session_token=%E0%A4%A',
    `sundown.session_token=${signed('abc', 'another secret of some length..')}`,
    `sundown.session_token=${signed('abc').replace('abc', 'abd')}`,
    `evil.session_token=${signed('abc')}`,
    `xsundown.session_token=${signed('abc')}`,
  ])
    expect(signedToken(cookies, secret)).toBeNull()
})
