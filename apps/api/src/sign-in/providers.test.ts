import { expect, test } from 'vitest'
import { domainOf, endingsOf } from './providers.ts'

test.each([
  ['a@contoso.com', 'contoso.com'],
  ['A@Contoso.COM', 'contoso.com'],
  ['"a@b"@contoso.com', 'contoso.com'],
  ['a@blåbær.dk', 'xn--blbr-roah.dk'],
  ['a@xn--blbr-roah.dk', 'xn--blbr-roah.dk'],
  ['contoso.com', null],
  ['@contoso.com', null],
  ['a@localhost', null],
  ['a@', null],
  ['', null],
  ['a@contoso.com/evil', null],
  ['a@contoso.com evil', null],
])('the domain of %j is %j', (email, domain) => {
  expect(domainOf(email)).toBe(domain)
})

test('addresses of a domain with letters of its own end in two ways', () => {
  expect(endingsOf('xn--blbr-roah.dk')).toEqual(['@xn--blbr-roah.dk', '@blåbær.dk'])
  expect(endingsOf('contoso.com')).toEqual(['@contoso.com'])
})
