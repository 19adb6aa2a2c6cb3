import { describe, expect, it } from 'vitest'
import type { Attempt } from './attempt.ts'
import { compare, rounds } from './compare.ts'
import { endingOfFacts } from './ending.ts'
import type { Response } from './response.ts'

const classes = ['left', 'right'] as const

function reacts(answer: string): Attempt<Response> {
  const evidence = { shape: 'test', answer, bytes: '' }
  return { done: true, shape: 'test', value: { kind: 'alert', description: 20, evidence } }
}

/** A server that answers each class by a list, one entry per round, the last one from then on. */
function server(answers: Readonly<Record<(typeof classes)[number], readonly string[]>>) {
  const asked = { left: 0, right: 0 }
  return {
    asked,
    observe: async (name: (typeof classes)[number]) => {
      const list = answers[name]
      const answer = list[Math.min(asked[name], list.length - 1)] ?? ''
      asked[name] += 1
      return reacts(answer)
    },
  }
}

describe('compare', () => {
  it('asks once where all classes are treated alike', async () => {
    const { observe, asked } = server({ left: ['same'], right: ['same'] })
    expect((await compare(classes, observe)).kind).toBe('uniform')
    expect(asked).toEqual({ left: 1, right: 1 })
  })

  it('believes a difference only when it has seen it in every round', async () => {
    const { observe, asked } = server({ left: ['one'], right: ['other'] })
    expect((await compare(classes, observe)).kind).toBe('different')
    expect(asked).toEqual({ left: rounds, right: rounds })
  })

  it.each([
    ['in the second round', ['other', 'one']],
    ['in the last round', ['other', 'other', 'one']],
    ['into a third answer', ['other', 'third', 'other']],
  ])('takes a difference that changes %s for noise', async (_name, right) => {
    expect((await compare(classes, server({ left: ['one'], right }).observe)).kind).toBe('inconsistent')
  })

  it('ends with the first class that could not be asked', async () => {
    const ending = endingOfFacts('nothing')
    const observe = async (name: string) => (name === 'left' ? reacts('one') : ({ done: false, ending } as const))
    expect(await compare(classes, observe)).toEqual({ kind: 'failed', ending })
  })
})
