/** The what-if language of the command line. */

import { deadlines } from '../deadlines/index.ts'
import { type ProtocolVersion, protocolVersions } from '../facts.ts'
import { policyNamed } from '../policy/index.ts'
import type { Change } from '../what-if.ts'

export const whatIfSyntax = `A CHANGE is one of
  off=TLSv1.0,TLSv1.1          these versions are switched off
  suites=c030,c02f             only these cipher suites stay (hexadecimal)
  certificate=2027-12-31       a trusted certificate of today, valid to that day
  deadline=ID:2027-03-01       that deadline moves (sundown deadlines lists the ids)
  block=2027-03-01             Microsoft refuses TLS 1.0 and 1.1 from that day on, whatever was announced
  policy=NAME                  judged by that policy`

/** Changes out of the words; a sentence where one cannot be understood. */
export function parseChanges(words: readonly string[], now: Date = new Date()): readonly Change[] | string {
  const changes: Change[] = []
  for (const word of words) {
    const change = parseChange(word, now)
    if (typeof change === 'string') return change
    changes.push(change)
  }
  return changes
}

function parseChange(word: string, now: Date): Change | string {
  const [kind, ...rest] = word.split('=')
  const value = rest.join('=')
  const parser = kind === undefined || !Object.hasOwn(parsers, kind) ? undefined : parsers[kind]
  if (!parser || value === '') return `What is the change ${word}? ${whatIfSyntax}`
  return parser(value, now)
}

const parsers: Readonly<Record<string, (value: string, now: Date) => Change | string>> = {
  off(value) {
    const versions: ProtocolVersion[] = []
    for (const name of value.split(',')) {
      const version = protocolVersions.find((one) => one.toLowerCase() === name.trim().toLowerCase())
      if (!version) return `${name} is not a version; they are ${protocolVersions.join(', ')}.`
      versions.push(version)
    }
    return { kind: 'switch-off', versions }
  },
  suites(value) {
    const ids = value
      .split(',')
      .map((id) => (/^(0x)?[0-9a-f]{1,4}$/i.test(id.trim()) ? Number.parseInt(id, 16) : Number.NaN))
    if (ids.some(Number.isNaN)) return `${value} is not a list of hexadecimal cipher suites.`
    return { kind: 'keep-suites', cipherSuites: ids }
  },
  certificate(value, now) {
    if (!isDay(value)) return `${value} is not a date; write it as 2027-12-31.`
    const leaf = {
      notBefore: now.toISOString(),
      notAfter: `${value}T23:59:59Z`,
      signatureAlgorithm: 'sha256WithRSAEncryption',
      selfIssued: false,
    }
    return { kind: 'replace-certificate', leaf, trust: 'trusted' }
  },
  deadline(value) {
    const [id = '', date = ''] = value.split(':')
    if (!deadlines.some((record) => record.id === id)) return `There is no deadline ${id}.`
    return isDay(date) ? { kind: 'move-deadline', id, date } : `${date} is not a date; write it as 2027-03-01.`
  },
  block(value) {
    return isDay(value) ? { kind: 'block-on', date: value } : `${value} is not a date; write it as 2027-03-01.`
  },
  policy(value) {
    const policy = policyNamed(value)
    return policy ? { kind: 'judge-by', policy } : `There is no policy ${value}.`
  },
}

const isDay = (value: string): boolean => /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))
