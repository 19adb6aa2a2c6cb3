import { describe, expect, it } from 'vitest'
import { decodeCursor, encodeCursor, pageOf, pageWindow } from './page.ts'

const at = (id: string) => [null, id] as const

describe('pageWindow', () => {
  it('reads one row more than asked for, so that "more" is known without counting', () => {
    expect(pageWindow({ first: 10 })).toEqual({ take: 11, backward: false, from: null })
  })
  it('refuses sizes out of range and both directions at once', () => {
    for (const args of [
      { first: 0 },
      { first: 101 },
      { last: -1 },
      { first: 1, last: 1 },
      { last: 1, after: 'x' },
      { before: 'x' },
    ])
      expect(() => pageWindow(args)).toThrow()
  })
  it('refuses a cursor that was not made here', () => {
    for (const after of ['', 'zzz', Buffer.from('{}').toString('base64url'), encodeCursor(at('a')).slice(2)])
      expect(() => pageWindow({ first: 1, after })).toThrow('cursor')
  })
})

describe('cursor', () => {
  it('comes back as it went in', () => {
    for (const position of [
      [null, 'a'],
      ['æ', 'b'],
      [7, 'c'],
    ] as const)
      expect(decodeCursor(encodeCursor(position))).toEqual(position)
  })
})

describe('pageOf', () => {
  it('cuts the extra row and says that more follows', () => {
    const page = pageOf(pageWindow({ first: 2 }), ['a', 'b', 'c'], at)
    expect(page.edges.map((edge) => edge.node)).toEqual(['a', 'b'])
    expect(page.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false })
  })
  it('turns a backward walk into list order', () => {
    const page = pageOf(pageWindow({ last: 2, before: encodeCursor(at('d')) }), ['c', 'b', 'a'], at)
    expect(page.edges.map((edge) => edge.node)).toEqual(['b', 'c'])
    expect(page.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true })
  })
  it('is empty without rows', () => {
    expect(pageOf(pageWindow({}), [], at).pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    })
  })
})
