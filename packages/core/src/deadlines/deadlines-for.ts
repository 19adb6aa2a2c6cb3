/** Which deadlines concern an endpoint, with the days left. */
import type { EndpointRole } from '../rules/finding.ts'
import type { StarttlsKind } from '../target.ts'
import type { Channel, Cloud, Deadline } from './deadline.ts'
import { deadlines as shipped } from './deadlines.ts'
import { earliestBlock } from './earliest-block.ts'

export interface DeadlineSubject {
  readonly role: EndpointRole
  readonly starttls?: StarttlsKind | null
  readonly port?: number | null
  readonly cloud?: Cloud
}

export interface ApplicableDeadline extends Deadline {
  /** Whole days from today to the date; negative when it has passed. */
  readonly daysLeft: number
  /** True where no block is announced and this is the earliest date possible. */
  readonly earliest: boolean
}

/**
 * The deadlines that stand for an endpoint: those to come first, soonest first, then those in force, latest first.
 * Where no block is announced for a channel, the earliest possible one is added: six months ahead.
 */
export function deadlinesFor(
  { role, starttls = null, port = null, cloud = 'worldwide' }: DeadlineSubject,
  now: Date,
  records: readonly Deadline[] = shipped,
): readonly ApplicableDeadline[] {
  const wanted = channelsOf(role, starttls, port)
  const today = Date.parse(now.toISOString().slice(0, 10))
  const found: ApplicableDeadline[] = []
  let blocked = false
  for (const record of records) {
    if (record.supersededBy !== null || !record.clouds.includes(cloud) || !wanted.includes(record.channel)) continue
    if (record.effect === 'blocked' && record.protocols.includes('TLSv1.0')) blocked = true
    found.push({ ...record, daysLeft: days(today, record.date), earliest: false })
  }
  if (!blocked && role !== 'internal') {
    const block = earliestBlock(now, cloud, wanted[0] ?? 'any')
    found.push({ ...block, daysLeft: days(today, block.date), earliest: true })
  }
  return found.sort(byUrgency)
}

/** Channels that an endpoint takes part in, the most telling first. */
export function channelsOf(role: EndpointRole, starttls: StarttlsKind | null, port: number | null): readonly Channel[] {
  if (role === 'internal') return ['operating-system', 'browser']
  const mail: Channel | null =
    starttls === 'smtp' || starttls === 'lmtp'
      ? 'smtp-in'
      : starttls === 'submission' || port === 587
        ? 'smtp-auth'
        : starttls === 'imap' || port === 993
          ? 'imap4'
          : starttls === 'pop3' || port === 995
            ? 'pop3'
            : port === 25
              ? 'smtp-in'
              : port === 5061
                ? 'sip'
                : null
  if (role === 'inbound') return mail === 'smtp-in' || mail === 'sip' ? [mail, 'any'] : ['any']
  return mail === null ? ['https', 'any', 'sign-in'] : [mail, 'any']
}

const days = (today: number, date: string): number => Math.round((Date.parse(date) - today) / 86_400_000)

function byUrgency(a: ApplicableDeadline, b: ApplicableDeadline): number {
  const aPast = a.daysLeft < 0
  const bPast = b.daysLeft < 0
  if (aPast !== bPast) return aPast ? 1 : -1
  return aPast ? b.daysLeft - a.daysLeft : a.daysLeft - b.daysLeft
}
