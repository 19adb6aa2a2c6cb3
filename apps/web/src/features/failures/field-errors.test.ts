import { expect, test } from 'vitest'
import { errorsByField } from './field-errors.ts'

const error = (...path: string[]) => ({ code: 'REQUIRED' as const, message: path.join('.'), path, params: null })

test('an error stands beside the field that its path names', () => {
  const { fields, rest } = errorsByField([error('input', 'address'), error('input', 'label')], ['address', 'label'])
  expect(fields.address?.message).toBe('input.address')
  expect(fields.label?.message).toBe('input.label')
  expect(rest).toEqual([])
})

test('the first error of a field is the one shown', () => {
  const first = error('input', 'address')
  expect(errorsByField([first, error('address')], ['address']).fields.address).toBe(first)
})

test('an error of no known field is kept, not lost', () => {
  expect(errorsByField([error('input', 'tenantId'), error()], ['address']).rest).toHaveLength(2)
})
