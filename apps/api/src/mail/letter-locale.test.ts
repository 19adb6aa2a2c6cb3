import { expect, test } from 'vitest'
import { letterLocale } from './letter-locale.ts'

test('a letter is in the language of the person, before that of the portal, before that of the browser', () => {
  const headers = new Headers({ cookie: 'a=b; sundown-locale=da', 'accept-language': 'en-GB,en' })
  expect(letterLocale('en', headers)).toBe('en')
  expect(letterLocale(null, headers)).toBe('da')
  expect(letterLocale(undefined, new Headers({ 'accept-language': 'da-DK,da;q=0.9' }))).toBe('da')
})

test('a language that no letter is written in falls through to English', () => {
  expect(letterLocale('xx', new Headers({ cookie: 'sundown-locale=fr', 'accept-language': 'sv' }))).toBe('en')
  expect(letterLocale(undefined)).toBe('en')
})
