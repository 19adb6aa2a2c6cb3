import { expect, test } from 'vitest'
import type { PortfolioCustomerFragment } from '../../graphql/generated/graphql.ts'
import { named, sorted } from './order.ts'

function customer(
  name: string,
  counts: Partial<Record<'NOT_READY' | 'AT_RISK' | 'READY', number>>,
  score: number | null,
) {
  const verdicts = Object.entries(counts).map(([verdict, count]) => ({ verdict, count }))
  const endpoints = verdicts.reduce((sum, { count }) => sum + count, 0)
  const overview = { endpoints, unscanned: 0, averageScore: score, verdicts, nextDeadline: null }
  return { id: name, name, slug: name, overview } as PortfolioCustomerFragment
}

const some = [
  customer('Ærø', { READY: 9 }, 95),
  customer('Zealand', { NOT_READY: 1, READY: 50 }, 90),
  customer('Alps', { AT_RISK: 3 }, 60),
  customer('Empty', {}, null),
  customer('Bad', { NOT_READY: 1, AT_RISK: 2 }, 20),
]
const names = (order: Parameters<typeof sorted>[1]) => sorted(some, order, 'da-DK').map(({ name }) => name)

test('the worst come first, and who has nothing comes last', () => {
  expect(names('worst')).toEqual(['Bad', 'Zealand', 'Alps', 'Ærø', 'Empty'])
})

test('names follow the language', () => {
  expect(names('name')).toEqual(['Alps', 'Bad', 'Empty', 'Zealand', 'Ærø'])
})

test('the biggest come first by size', () => {
  expect(names('size')[0]).toBe('Zealand')
})

test('a search wants every word', () => {
  expect(named(some, 'æR').map(({ name }) => name)).toEqual(['Ærø'])
  expect(named(some, 'a z').map(({ name }) => name)).toEqual(['Zealand'])
  expect(named(some, '')).toHaveLength(5)
})
