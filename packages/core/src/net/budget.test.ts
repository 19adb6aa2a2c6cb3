import { describe, expect, test } from 'vitest'
import { Budget } from './budget.ts'

describe('Budget', () => {
  test('lets no more run at once than it may, first come first served', async () => {
    const budget = new Budget({ inFlight: 2, perSecond: null, total: 10 })
    const order: number[] = []
    const ask = (id: number) => budget.acquire().then(() => order.push(id))
    const all = [1, 2, 3, 4].map(ask)
    await Promise.all(all.slice(0, 2))
    expect(order).toEqual([1, 2])
    budget.release()
    await all[2]
    expect(order).toEqual([1, 2, 3])
  })

  test('says that it is spent, to whoever waits and whoever comes later', async () => {
    const budget = new Budget({ inFlight: 5, perSecond: null, total: 2 })
    expect(await Promise.all([budget.acquire(), budget.acquire(), budget.acquire()])).toEqual([
      'granted',
      'granted',
      'budget-spent',
    ])
    expect(await budget.acquire()).toBe('budget-spent')
    expect(budget.used).toBe(2)
  })

  test('spreads starts over time where it is told to', async () => {
    const budget = new Budget({ inFlight: 5, perSecond: 50, total: 10 })
    const started = performance.now()
    await Promise.all([budget.acquire(), budget.acquire(), budget.acquire()])
    expect(performance.now() - started).toBeGreaterThanOrEqual(39)
  })

  test('ends all waiting at once', async () => {
    const budget = new Budget({ inFlight: 1, perSecond: null, total: 10 })
    await budget.acquire()
    const waiting = budget.acquire()
    budget.end('cancelled')
    expect(await waiting).toBe('cancelled')
  })
})
