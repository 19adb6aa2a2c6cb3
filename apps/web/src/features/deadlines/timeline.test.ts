import { expect, test } from 'vitest'
import { type DeadlineRecord, timelineOf } from './timeline.ts'

const record = (id: string, date: string, rest: Partial<DeadlineRecord> = {}): DeadlineRecord => ({
  id,
  service: 'Exchange Online',
  clouds: ['WORLDWIDE'],
  channel: 'POP3',
  protocols: ['TLSv1.0'],
  effect: 'BLOCKED',
  date,
  until: null,
  announcedOn: null,
  supersededBy: null,
  source: 'a notice',
  sureness: 'READ',
  note: '',
  daysLeft: 0,
  earliest: false,
  ...rest,
})
const today = '2026-11-23'

test('a date that was moved twice stands once, with both earlier dates, oldest first', () => {
  const { coming } = timelineOf(
    [
      record('third', '2027-01-31', { announcedOn: '2026-07' }),
      record('first', '2026-06-01', { announcedOn: '2025-01', supersededBy: 'second' }),
      record('second', '2026-10-01', { announcedOn: '2026-02', supersededBy: 'third' }),
    ],
    'WORLDWIDE',
    today,
  )
  expect(coming.map((each) => each.record.id)).toEqual(['third'])
  expect(coming[0]?.moved.map(({ id }) => id)).toEqual(['first', 'second'])
})

test('a staged change stays among what comes until its last day', () => {
  const staged = record('staged', '2026-08-01', { until: '2026-12-31' })
  expect(timelineOf([staged], 'WORLDWIDE', today).coming).toHaveLength(1)
  expect(timelineOf([staged], 'WORLDWIDE', '2027-01-01').inForce).toHaveLength(1)
})

test('a deadline of today is still to come', () => {
  expect(timelineOf([record('today', today)], 'WORLDWIDE', today).coming).toHaveLength(1)
})

test('what comes begins with the soonest, what holds with the newest', () => {
  const records = ['2027-05-01', '2026-12-01', '2019-01-01', '2025-01-01'].map((date) => record(date, date))
  const { coming, inForce } = timelineOf(records, 'WORLDWIDE', today)
  expect(coming.map((each) => each.record.date)).toEqual(['2026-12-01', '2027-05-01'])
  expect(inForce.map((each) => each.record.date)).toEqual(['2025-01-01', '2019-01-01'])
})

test('another cloud has its own dates', () => {
  expect(timelineOf([record('a', '2027-01-01', { clouds: ['DOD'] })], 'WORLDWIDE', today).coming).toEqual([])
})

test('records that point at each other do not hang the page', () => {
  const circle = [record('a', '2026-01-01', { supersededBy: 'b' }), record('b', '2026-02-01', { supersededBy: 'a' })]
  expect(timelineOf(circle, 'WORLDWIDE', today)).toEqual({ coming: [], inForce: [] })
})
