import { expect, test } from 'vitest'
import { passwordStrength } from './password-strength.ts'

test('nothing typed has no strength', () => {
  expect(passwordStrength('')).toBe(0)
})

test('too short is weak, whatever it holds', () => {
  expect(passwordStrength('aB3$xY9!')).toBe(1)
})

test('repeating one letter does not make a password strong', () => {
  expect(passwordStrength('aaaaaaaaaaaaaaaaaaaaaaaa')).toBe(1)
})

test('a long phrase is stronger than a short jumble', () => {
  expect(passwordStrength('seven quiet herons over the fjord')).toBe(4)
  expect(passwordStrength('Tr0ub4dor&3xy')).toBeLessThan(4)
})

test('holding the own name or address costs', () => {
  const personal = ['Astrid Holm', 'astrid@holm.example']
  expect(passwordStrength('astridholm-2026', personal)).toBeLessThan(passwordStrength('kranebro-vester', personal))
})
