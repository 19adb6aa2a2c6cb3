import { expect, test } from 'vitest'
import { deadlinesFor } from './index.ts'
import { type OwnDeadline, ownDeadlineSchema, withOwnDeadlines } from './own-deadlines.ts'

const moved: OwnDeadline = {
  id: 'imap-retired-end-moved',
  supersedes: 'imap-retired-end',
  service: 'Exchange Online',
  clouds: ['worldwide'],
  channel: 'imap4',
  protocols: ['TLSv1.0', 'TLSv1.1'],
  effect: 'blocked',
  date: '2027-03-31',
  until: null,
  announcedOn: '2026-11-20',
  source: 'Message Center, read by the operator',
  sureness: 'read',
  note: { en: 'Moved by three months.', da: 'Flyttet tre måneder.' },
}

test('a moved date replaces the old one, which stays as history', () => {
  const { records, problems } = withOwnDeadlines([moved])
  expect(problems).toEqual([])
  expect(records.find((record) => record.id === 'imap-retired-end')?.supersededBy).toBe('imap-retired-end-moved')
  const found = deadlinesFor({ role: 'client', port: 993 }, new Date('2026-11-23T12:00:00Z'), records)
  expect(found[0]).toMatchObject({ id: 'imap-retired-end-moved', date: '2027-03-31', daysLeft: 128 })
})

test.each([
  [{ id: 'entra' }, 'taken-id'],
  [{ supersedes: 'nothing' }, 'unknown-superseded'],
  [{ supersedes: 'entra-2021-06' }, 'already-superseded'],
  [{ until: '2027-01-01' }, 'ends-before-it-starts'],
])('%j is refused as %s and the rest is kept', (change, code) => {
  const { records, problems } = withOwnDeadlines([
    { ...moved, ...change },
    { ...moved, id: 'second', supersedes: null },
  ])
  expect(problems).toEqual([{ index: 0, code }])
  expect(records.some((record) => record.id === 'second')).toBe(true)
})

test('a record that is not one is refused with its place', () => {
  expect(ownDeadlineSchema.safeParse(moved).success).toBe(true)
  expect(ownDeadlineSchema.safeParse({ ...moved, date: '31.12.2026' }).error?.issues[0]?.path).toEqual(['date'])
  expect(ownDeadlineSchema.safeParse({ ...moved, colour: 'red' }).success).toBe(false)
})
