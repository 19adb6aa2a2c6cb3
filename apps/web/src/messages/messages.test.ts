import { createTranslator } from 'use-intl/core'
import { describe, expect, test } from 'vitest'
import { da } from './da.ts'
import { en } from './en.ts'
import { argumentsOf } from './message-arguments.ts'

type Tree = { readonly [key: string]: string | Tree }

const flat = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, node]) =>
    typeof node === 'string' ? [[`${path}${key}`, node] as [string, string]] : flat(node, `${path}${key}.`),
  )
const english = flat(en)
const danish = new Map(flat(da))

test('both languages have the same texts', () => {
  expect([...danish.keys()].sort()).toEqual(english.map(([key]) => key).sort())
})

test('a text has the same arguments and tags in both languages', () => {
  const differing = english
    .filter(([key, text]) => argumentsOf(text).join() !== argumentsOf(danish.get(key) ?? '').join())
    .map(([key]) => key)
  expect(differing).toEqual([])
})

test('no text is empty or has space around it', () => {
  const odd = [...english, ...danish].filter(([, text]) => text === '' || text.trim() !== text)
  expect(odd).toEqual([])
})

describe.each([
  ['en-GB', en],
  ['da-DK', da],
] as const)('every text in %s', (locale, messages) => {
  const t = createTranslator<Record<string, unknown>>({
    locale,
    messages: messages as Record<string, unknown>,
    onError: (error) => {
      throw error
    },
  }) as unknown as { markup(key: string, values: object): string }

  test.each([0, 1, 2, 1_234])('can be formatted with the number %d', (count) => {
    for (const [key, text] of flat(messages)) {
      const values = Object.fromEntries(
        argumentsOf(text).map((name) =>
          name.startsWith('<')
            ? [name.slice(1), (inner: string) => inner]
            : [name.split(':')[0], sampleOf(name, count)],
        ),
      )
      expect(t.markup(key, values), key).not.toMatch(/[{}]|undefined/)
    }
  })
})

const sampleOf = (argument: string, count: number) => (argument.includes(':') ? count : 'x')

describe('the arguments of a message', () => {
  test('are found inside branches and tags, once, in a fixed order', () => {
    expect(argumentsOf('{n, plural, one {{who} of {n}} other {# of <b>{total, number}</b>}}')).toEqual([
      '<b',
      'n:plural',
      'total:number',
      'who',
    ])
  })
  test('are not words that stand in a branch', () => {
    expect(argumentsOf('{n, plural, one {day} other {days}}')).toEqual(['n:plural'])
  })
})
