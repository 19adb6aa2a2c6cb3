import { expect, it } from 'vitest'
import { createRateLimit } from './rate-limit.ts'

it('lets a burst through, refuses a flood, and forgives with time', () => {
  let time = 0
  const { take } = createRateLimit(600, () => time)
  expect(take('a', 500)).toEqual({ limit: 600, remaining: 100, reset: 50, granted: true })
  expect(take('a', 200)).toEqual({ limit: 600, remaining: -100, reset: 10, granted: false })
  time = 10_000
  expect(take('a', 200)).toMatchObject({ remaining: 0, granted: true })
  time = 600_000
  expect(take('a', 1)).toMatchObject({ remaining: 599, granted: true })
})

it('counts each caller alone', () => {
  const { take } = createRateLimit(60, () => 0)
  expect(take('a', 60).granted).toBe(true)
  expect(take('b', 60).granted).toBe(true)
  expect(take('a', 1).granted).toBe(false)
})
