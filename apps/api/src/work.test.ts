import { expect, it } from 'vitest'
import { keepFrom } from './work.ts'

it('keeps whole months, and everything unless told', () => {
  const now = new Date('2026-11-24T12:00:00Z')
  expect(keepFrom(0, now)).toBeNull()
  expect(keepFrom(1, now)).toEqual(new Date('2026-10-01T00:00:00Z'))
  expect(keepFrom(13, now)).toEqual(new Date('2025-10-01T00:00:00Z'))
})
