import { describe, expect, it } from 'vitest'
import { keyset } from './keyset.ts'

const score = { column: 'score', nullable: true }
const verdict = { column: 'verdict', nullable: true, order: ['READY', 'AT_RISK', 'NOT_READY'] }

describe('keyset', () => {
  it('starts anywhere without a position', () => {
    expect(keyset(score, 'asc', { backward: false, from: null })).toEqual({
      where: {},
      orderBy: [{ score: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    })
  })
  it('goes on with greater values, then equal ones by id, then those without a value', () => {
    expect(keyset(score, 'asc', { backward: false, from: [50, 'x'] }).where).toEqual({
      OR: [{ score: { gt: 50 } }, { score: 50, id: { gt: 'x' } }, { score: null }],
    })
  })
  it('stays among the valueless once there', () => {
    expect(keyset(score, 'desc', { backward: false, from: [null, 'x'] }).where).toEqual({
      score: null,
      id: { lt: 'x' },
    })
  })
  it('turns everything round when walking backward, so that the valueless come first', () => {
    expect(keyset(score, 'asc', { backward: true, from: [null, 'x'] })).toEqual({
      where: { OR: [{ score: null, id: { lt: 'x' } }, { score: { not: null } }] },
      orderBy: [{ score: { sort: 'desc', nulls: 'first' } }, { id: 'desc' }],
    })
  })
  it('compares an enum by its place in the list', () => {
    const clause = keyset(verdict, 'desc', { backward: false, from: ['AT_RISK', 'x'] })
    expect(clause.where).toMatchObject({
      OR: [{ verdict: { in: ['READY'] } }, { verdict: 'AT_RISK' }, { verdict: null }],
    })
  })
  it('needs one comparison where the id is the order', () => {
    expect(keyset({ column: 'id', nullable: false }, 'desc', { backward: false, from: [null, 'x'] })).toEqual({
      where: { id: { lt: 'x' } },
      orderBy: [{ id: 'desc' }],
    })
  })
})
