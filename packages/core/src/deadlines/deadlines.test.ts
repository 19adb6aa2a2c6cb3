import { expect, test } from 'vitest'
import { surenesses } from '../rules/source.ts'
import { sixMonthsAfter } from './earliest-block.ts'
import { clouds, deadlines, deadlinesFor, effects } from './index.ts'

const now = new Date('2026-11-23T12:00:00Z')

test('every record has a day, a source, a mark of sureness and a note in both languages', () => {
  expect(new Set(deadlines.map((record) => record.id)).size).toBe(deadlines.length)
  for (const record of deadlines) {
    expect(record.date, record.id).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(Number.isNaN(Date.parse(record.date)), record.id).toBe(false)
    expect(record.source.length, record.id).toBeGreaterThan(2)
    expect(surenesses).toContain(record.sureness)
    expect(effects).toContain(record.effect)
    expect(record.note.da, record.id).not.toBe(record.note.en)
  }
})

test('a superseded record names one that exists for the same service, and no history runs in a circle', () => {
  const byId = new Map(deadlines.map((record) => [record.id, record]))
  for (const record of deadlines) {
    let next = record
    for (let steps = 0; next.supersededBy !== null; steps++) {
      const later = byId.get(next.supersededBy)
      if (!later) throw new Error(`${next.id} is superseded by nothing`)
      expect(later.service).toBe(record.service)
      expect(steps).toBeLessThan(10)
      next = later
    }
  }
})

test('where no block is announced the earliest possible one is six months ahead', () => {
  const found = deadlinesFor({ role: 'inbound', starttls: 'smtp' }, now)
  expect(found[0]).toMatchObject({ id: 'earliest-possible', date: '2027-05-23', daysLeft: 181, earliest: true })
  expect(found[0]?.note.da).toContain('seks måneders varsel')
})

test('the government clouds are blocked already, so nothing earlier is possible', () => {
  const found = deadlinesFor({ role: 'inbound', starttls: 'smtp', cloud: 'gcc-high' }, now)
  expect(found.some((record) => record.earliest)).toBe(false)
  expect(found.find((record) => record.effect === 'blocked' && record.protocols.includes('TLSv1.0'))?.date).toBe(
    '2020-01-15',
  )
})

test('an IMAP client has the end of 2026 ahead of it', () => {
  const found = deadlinesFor({ role: 'client', port: 993 }, now)
  expect(found[0]).toMatchObject({ id: 'imap-retired-end', date: '2026-12-31', daysLeft: 38 })
})

test('moved dates are history and do not count', () => {
  for (const cloud of clouds)
    for (const port of [25, 443, 587, 993, 995])
      expect(
        deadlinesFor({ role: 'client', port, cloud }, now).filter((record) => record.supersededBy !== null),
      ).toEqual([])
})

test('an operator’s record is used instead of the shipped ones', () => {
  const own = {
    ...deadlines[0],
    id: 'own',
    channel: 'any',
    effect: 'blocked',
    protocols: ['TLSv1.0'],
    date: '2027-01-01',
    supersededBy: null,
  } as (typeof deadlines)[number]
  const found = deadlinesFor({ role: 'inbound' }, now, [own])
  expect(found.map((record) => record.id)).toEqual(['own'])
})

test.each([
  ['2026-08-31', '2027-02-28'],
  ['2027-08-31', '2028-02-29'],
  ['2026-12-01', '2027-06-01'],
])('six months after %s is %s', (from, to) => {
  expect(sixMonthsAfter(new Date(`${from}T10:00:00Z`))).toBe(to)
})
