import { describe, expect, it } from 'vitest'
import { isBelow, ownableDomain, registeredDomain } from './domain-name.ts'

describe('a domain to prove', () => {
  it.each([
    ['example.com', 'example.com'],
    ['Example.COM.', 'example.com'],
    ['blåbær.dk', 'xn--blbr-roah.dk'],
    ['mail.kunde.example.co.uk', 'mail.kunde.example.co.uk'],
    ['kunde.github.io', 'kunde.github.io'],
  ])('%s is %s', (text, domain) => {
    expect(ownableDomain(text)).toBe(domain)
  })

  it.each([
    'com',
    'co.uk',
    'github.io',
    'azurewebsites.net',
    '*.example.com',
    '*.com',
    '192.0.2.1',
    '[2001:db8::1]',
    'localhost',
    'exa mple.com',
    'https://example.com',
    'example.com/path',
    '-a.example.com',
    '',
  ])('is not %s', (text) => {
    expect(ownableDomain(text)).toBeNull()
  })
})

describe('what a proof covers', () => {
  it.each([
    ['example.com', 'example.com', true],
    ['example.com', 'mail.example.com', true],
    ['example.com', 'a.b.example.com', true],
    ['example.com', 'notexample.com', false],
    ['example.com', 'example.com.evil.net', false],
    ['mail.example.com', 'example.com', false],
    // Everybody gets names below s3.amazonaws.com, whoever holds amazonaws.com.
    ['amazonaws.com', 'bucket.s3.amazonaws.com', false],
    ['bucket.s3.amazonaws.com', 'bucket.s3.amazonaws.com', true],
  ])('%s: %s is %s', (domain, name, covered) => {
    expect(isBelow(domain, name)).toBe(covered)
  })
})

it('names the registered domain, and none for an address', () => {
  expect(registeredDomain('mail.corp.example.co.uk')).toBe('example.co.uk')
  expect(registeredDomain('kunde.azurewebsites.net')).toBe('kunde.azurewebsites.net')
  expect(registeredDomain('192.0.2.1')).toBeNull()
  expect(registeredDomain('com')).toBeNull()
})
