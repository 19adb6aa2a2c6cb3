import { expect, test } from 'vitest'
import { arcSlices } from './arc-chart.tsx'

const segment = (id: string, count: number) => ({ id, count, tone: 'ready' as const })

test('slices fill the arc and leave out what is empty', () => {
  const slices = arcSlices([segment('a', 3), segment('b', 0), segment('c', 1)])
  expect(slices.map((slice) => slice.id)).toEqual(['a', 'c'])
  const last = slices.at(-1)
  expect((last?.start ?? 0) + (last?.length ?? 0)).toBeCloseTo(100)
  expect((slices[0]?.length ?? 0) / (last?.length ?? 1)).toBeCloseTo(3, 1)
})

test('one among thousands stays visible', () => {
  const [rare] = arcSlices([segment('rare', 1), segment('many', 9_999)])
  expect(rare?.length).toBeGreaterThan(1.5)
})

test('a single kind takes the whole arc', () => {
  expect(arcSlices([segment('only', 7)])).toMatchObject([{ start: 0, length: 100 }])
})
