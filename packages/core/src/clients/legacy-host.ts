/** The opt-in hosts of Exchange Online that still take TLS 1.0 and 1.1 after a tenant switch. */

import type { Deadline } from '../deadlines/deadline.ts'
import { deadlines as shipped } from '../deadlines/deadlines.ts'

export type LegacyHost = 'pop' | 'imap' | 'smtp'

/** Which opt-in host a name is; null for every other host. */
export function legacyHost(host: string): LegacyHost | null {
  const found = /^(pop|imap|smtp)-legacy\.(office365\.com|partner\.outlook\.cn)\.?$/i.exec(host)
  return (found?.[1]?.toLowerCase() as LegacyHost | undefined) ?? null
}

/** Day on which the opt-in host is gone, ISO 8601; null where no end is published. */
export function legacyHostEnds(host: LegacyHost, records: readonly Deadline[] = shipped): string | null {
  let end = records.find((record) => record.id === `${host}-retired-end`)
  // A date that was moved names the record that replaced it.
  for (let moves = 0; end && end.supersededBy !== null && moves < records.length; moves++) {
    const next: string = end.supersededBy
    end = records.find((record) => record.id === next)
  }
  return end?.date ?? null
}
