import { type ProfileResult, simulateClients } from '@sundown/core/clients'
import { clouds, type Deadline, deadlines } from '@sundown/core/deadlines'
import type { Facts, ProtocolVersion } from '@sundown/core/facts'
import { judge } from '@sundown/core/judge'
import { defaultPolicy, policyNamed } from '@sundown/core/policy'
import { type Change, type WhatIf, whatIf } from '@sundown/core/what-if'
import type { Subject } from './subject.ts'

export interface Wish {
  readonly switchOff: readonly ProtocolVersion[]
  readonly newCertificate: boolean
  /** Day from which Microsoft refuses the old versions, ISO 8601; null leaves the known dates alone. */
  readonly blockOn: string | null
}

/** Old versions that the server still takes, and so could be switched off; oldest first. */
export const switchable = (facts: Facts): readonly ProtocolVersion[] =>
  facts.protocols.flatMap(({ version, offered }) =>
    offered === true && version !== 'TLSv1.2' && version !== 'TLSv1.3' ? [version] : [],
  )

/** What the wish would change, computed from what was seen; nothing is dialled or touched. */
export function answer(facts: Facts, wish: Wish, subject: Subject, now: Date): WhatIf {
  const { policyId, ...endpoint } = subject
  const options = { ...endpoint, policy: policyNamed(policyId) ?? defaultPolicy, now }
  const changes = changesOf(wish, now)
  if (wish.blockOn === null) return whatIf(facts, changes, options)
  const supposed = whatIf(facts, changes, { ...options, deadlines: [...deadlines, blockOn(wish.blockOn)] })
  const before = judge(facts, options)
  const outcomes = new Map(before.findings.map(({ ruleId, outcome }) => [ruleId, outcome]))
  const changed = supposed.after.findings.flatMap(({ ruleId, outcome }) => {
    const from = outcomes.get(ruleId) ?? 'not-asked'
    return from === outcome ? [] : [{ ruleId, from, to: outcome }]
  })
  return { ...supposed, before, changed }
}

const blockOn = (date: string): Deadline => ({
  id: 'supposed-block',
  service: 'Microsoft 365',
  clouds,
  channel: 'any',
  protocols: ['TLSv1.0', 'TLSv1.1'],
  effect: 'blocked',
  date,
  until: null,
  announcedOn: null,
  supersededBy: null,
  source: '',
  sureness: 'unsure',
  note: { en: '', da: '' },
})

function changesOf({ switchOff, newCertificate }: Wish, now: Date): Change[] {
  const changes: Change[] = []
  if (switchOff.length > 0) changes.push({ kind: 'switch-off', versions: switchOff })
  if (newCertificate) {
    const leaf = {
      notBefore: now.toISOString(),
      notAfter: new Date(now.getTime() + certificateDays * 86_400_000).toISOString(),
      key: { algorithm: 'RSA', bits: 2_048, curve: null },
      signatureAlgorithm: 'sha256WithRSAEncryption',
    } as const
    changes.push({ kind: 'replace-certificate', leaf, trust: 'trusted' })
  }
  return changes
}

/** A certificate as public authorities issue it: a year or less. */
const certificateDays = 198

export interface ClientGroups {
  readonly connects: readonly ProfileResult[]
  readonly fails: readonly ProfileResult[]
  readonly unknown: readonly ProfileResult[]
}

/** Every known client by what would happen if it connected. */
export function clientGroups(facts: Facts): ClientGroups {
  const results = simulateClients(facts)
  const of = (outcome: 'connects' | 'fails' | 'unknown') =>
    results.filter(({ simulation }) => simulation.outcome === outcome)
  return { connects: of('connects'), fails: of('fails'), unknown: of('unknown') }
}
