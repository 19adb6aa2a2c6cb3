import { expect, test } from 'vitest'
import { createSeal } from './sealed.ts'

const seal = createSeal('s'.repeat(32))

test('a sealed secret opens as it was, and looks like nothing of it', () => {
  const sealed = seal.close('hemmelig æøå', 'provider 1')
  expect(sealed).not.toContain('hemmelig')
  expect(seal.open(sealed, 'provider 1')).toBe('hemmelig æøå')
  expect(seal.close('hemmelig æøå', 'provider 1')).not.toBe(sealed)
})

test('it opens neither for another thing, nor changed, nor with another installation’s secret', () => {
  const sealed = seal.close('secret', 'provider 1')
  expect(() => seal.open(sealed, 'provider 2')).toThrow()
  expect(() => createSeal('t'.repeat(32)).open(sealed, 'provider 1')).toThrow()
  const [version, nonce, body, tag] = sealed.split('.')
  expect(() => seal.open([version, nonce, `A${body?.slice(1)}`, tag].join('.'), 'provider 1')).toThrow()
  expect(() => seal.open([version, nonce, body, tag?.slice(0, 6)].join('.'), 'provider 1')).toThrow()
  expect(() => seal.open('plain', 'provider 1')).toThrow('not a sealed secret')
})
