import { expect, it } from 'vitest'
import { addressText } from './address-text.ts'

it.each([
  ['mail.example.com', 25, 'mail.example.com:25'],
  ['xn--blbr-roah.dk', 443, 'blåbær.dk:443'],
  ['2001:db8::1', 25, '[2001:db8::1]:25'],
  ['192.0.2.1', 443, '192.0.2.1:443'],
  ['xn--999999999', 443, 'xn--999999999:443'],
])('writes %s port %i as %s', (host, port, text) => {
  expect(addressText({ host, port })).toBe(text)
})
