import { describe, expect, test } from 'vitest'
import { chosenTheme, chosenTimeZone, negotiateLocale } from './negotiate.ts'

describe('the language of a view', () => {
  test('is the one that the person chose, whatever the browser prefers', () => {
    expect(negotiateLocale('da', 'en-GB,en;q=0.9')).toBe('da')
  })
  test('is the best one of the browser that the portal speaks', () => {
    expect(negotiateLocale(undefined, 'sv-SE,da;q=0.6,en;q=0.7')).toBe('en')
    expect(negotiateLocale(undefined, 'fr,da-DK;q=0.8,en;q=0.5')).toBe('da')
  })
  test('skips a language that the browser refuses by a quality of zero', () => {
    expect(negotiateLocale(undefined, 'da;q=0,en;q=0.1')).toBe('en')
  })
  test('is English where nothing fits or the header is nonsense', () => {
    expect(negotiateLocale('xx', null)).toBe('en')
    expect(negotiateLocale(undefined, ';;q=,,da;q=abc')).toBe('en')
  })
})

describe('preferences from cookies', () => {
  test('fall back when the cookie holds something else', () => {
    expect(chosenTheme('neon')).toBe('system')
    expect(chosenTheme('dark')).toBe('dark')
    expect(chosenTimeZone('Mars/Olympus')).toBe('UTC')
    expect(chosenTimeZone('Europe/Copenhagen')).toBe('Europe/Copenhagen')
  })
})
