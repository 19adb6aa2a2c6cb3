import { clouds, type Deadline, deadlines } from '@sundown/core/deadlines'
import { expect, test } from 'vitest'
import { timelineOf } from './timeline.ts'

const record = (id: string, date: string, rest: Partial<Deadline> = {}): Deadline => ({
  id,
  service: 'Exchange Online',
  clouds: ['worldwide'],
  channel: 'pop3',
  protocols: ['TLSv1.0'],
  effect: 'blocked',
  date,
  until: null,
  announcedOn: null,
  supersededBy: null,
  source: 'a notice',
  sureness: 'read',
  note: { en: '', da: '' },
  ...rest,
})
const now = new Date('2026-11-23T12:00:00Z')

test('a date that was moved twice stands once, with both earlier dates, oldest first', () => {
  const { coming } = timelineOf(
    [
      record('third', '2027-01-31', { announcedOn: '2026-07' }),
      record('first', '2026-06-01', { announcedOn: '2025-01', supersededBy: 'second' }),
      record('second', '2026-10-01', { announcedOn: '2026-02', supersededBy: 'third' }),
    ],
    'worldwide',
    now,
  )
  expect(coming.map(({ record }) => record.id)).toEqual(['third'])
  expect(coming[0]?.moved.map(({ id }) => id)).toEqual(['first', 'second'])
  expect(coming[0]?.daysLeft).toBe(69)
})

test('a staged change stays among what comes until its last day', () => {
  const staged = record('staged', '2026-08-01', { until: '2026-12-31' })
  expect(timelineOf([staged], 'worldwide', now).coming).toHaveLength(1)
  expect(timelineOf([staged], 'worldwide', new Date('2027-01-01T00:00:00Z')).inForce).toHaveLength(1)
})

test('another cloud has its own dates', () => {
  expect(timelineOf([record('a', '2027-01-01', { clouds: ['dod'] })], 'worldwide', now).coming).toEqual([])
})

test('records that point at each other do not hang the page', () => {
  const circle = [record('a', '2026-01-01', { supersededBy: 'b' }), record('b', '2026-02-01', { supersededBy: 'a' })]
  expect(timelineOf(circle, 'worldwide', now)).toEqual({ coming: [], inForce: [] })
})

test('every shipped record that stands is shown in each of its clouds', () => {
  for (const cloud of clouds) {
    const { coming, inForce } = timelineOf(deadlines, cloud, now)
    const expected = deadlines.filter((each) => each.supersededBy === null && each.clouds.includes(cloud))
    expect(coming.length + inForce.length).toBe(expected.length)
  }
})
