/** Microsoft gives six months' notice before it blocks, so that is the earliest possible day where none is announced. */
import type { Channel, Cloud, Deadline } from './deadline.ts'

/** The earliest possible block if it were announced on the day of `now`. */
export function earliestBlock(now: Date, cloud: Cloud, channel: Channel): Deadline {
  return {
    id: 'earliest-possible',
    service: 'Microsoft 365',
    clouds: [cloud],
    channel,
    protocols: ['TLSv1.0', 'TLSv1.1'],
    effect: 'blocked',
    date: sixMonthsAfter(now),
    until: null,
    announcedOn: null,
    supersededBy: null,
    source: 'KB 4057306: six months’ notice',
    sureness: 'read',
    note: {
      en: 'No block is announced. Microsoft gives six months’ notice, so this is the earliest possible day if it were announced today. After a known compromise of TLS 1.0 or 1.1 there is no notice.',
      da: 'Der er ikke varslet en blokering. Microsoft giver seks måneders varsel, så dette er den tidligst mulige dag, hvis den blev varslet i dag. Ved et kendt brud på TLS 1.0 eller 1.1 gives der intet varsel.',
    },
  }
}

/** Calendar months; the last day of a shorter month where the day does not exist. */
export function sixMonthsAfter(now: Date): string {
  const year = now.getUTCFullYear()
  const month = now.getUTCMonth() + 6
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(now.getUTCDate(), lastDay))).toISOString().slice(0, 10)
}
