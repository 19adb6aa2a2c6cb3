import { describe, expect, test } from 'vitest'
import { listVariables, readListState, writeListState } from './list-state.ts'

const read = (query: string) => readListState(new URLSearchParams(query))

describe('the list state in the address bar', () => {
  test('comes back as it was written', () => {
    const query = '?q=mail&verdict=NOT_READY,AT_RISK&group=EndpointGroup_x&tag=oslo&sort=SCORE&dir=DESC&after=abc'
    expect(writeListState(read(query))).toBe(query)
  })
  test('is empty for the plain list', () => {
    expect(writeListState(read(''))).toBe('')
  })
  test('ignores what it does not know', () => {
    expect(read('sort=COLOUR&dir=UP&verdict=READY,FINE')).toMatchObject({
      sort: 'NAME',
      direction: 'ASC',
      verdicts: ['READY'],
    })
  })
  test('starts dates with the newest and scores with the worst', () => {
    expect(read('sort=LAST_SCAN').direction).toBe('DESC')
    expect(read('sort=SCORE').direction).toBe('ASC')
  })
})

describe('the variables of the list query', () => {
  test('ask for one tag among those that an endpoint may carry', () => {
    expect(listVariables('acme', read('tag=oslo'))).toMatchObject({ tags: ['oslo'], groupId: null })
    expect(listVariables('acme', read(''))).toMatchObject({ tags: null })
  })
  test('page forwards by default and backwards from a cursor', () => {
    expect(listVariables('acme', read(''))).toMatchObject({ first: 25, after: null })
    const backwards = listVariables('acme', read('before=abc'))
    expect(backwards).toMatchObject({ last: 25, before: 'abc' })
    expect(backwards).not.toHaveProperty('first')
  })
})
