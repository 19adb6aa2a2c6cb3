import { expect, it } from 'vitest'
import { batched } from './batch.ts'

it('loads the keys of one tick together, each once, and remembers them', async () => {
  const asked: string[][] = []
  const load = batched<string, string>(async (keys) => {
    asked.push([...keys])
    return keys.map((key) => key.toUpperCase())
  })
  expect(await Promise.all([load('a'), Promise.resolve().then(() => load('b')), load('a')])).toEqual(['A', 'B', 'A'])
  expect(await load('b')).toBe('B')
  expect(asked).toEqual([['a', 'b']])
})

it('tells everybody who waited when loading fails', async () => {
  const load = batched<string, string>(() => Promise.reject(new Error('gone')))
  const answers = await Promise.allSettled([load('a'), load('b')])
  expect(answers.map((answer) => answer.status)).toEqual(['rejected', 'rejected'])
})
