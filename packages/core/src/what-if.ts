/** What would change if something were changed: verdicts and broken clients before anything is touched. */

import { clients } from './clients/catalogue/index.ts'
import type { Profile } from './clients/profile.ts'
import { brokenClients, type ProfileResult, simulatePeers } from './clients/simulate-all.ts'
import { clouds, type Deadline } from './deadlines/deadline.ts'
import { deadlines as shipped } from './deadlines/deadlines.ts'
import type { CertificateFact, Facts, ProtocolVersion, TrustFact } from './facts.ts'
import { type JudgeOptions, judge } from './judge.ts'
import type { Policy } from './policy/policy.ts'
import type { Judgement } from './report/report.ts'
import { nothingOffered, withoutVersions } from './without-versions.ts'

export type Change =
  | { readonly kind: 'switch-off'; readonly versions: readonly ProtocolVersion[] }
  | { readonly kind: 'keep-suites'; readonly cipherSuites: readonly number[] }
  | {
      readonly kind: 'replace-certificate'
      /** What the new leaf would have; everything unsaid stays as in the old one. */
      readonly leaf: Partial<CertificateFact>
      readonly trust: TrustFact['state']
    }
  | { readonly kind: 'move-deadline'; readonly id: string; readonly date: string }
  /** Microsoft refuses TLS 1.0 and 1.1 from that day on, whatever was announced for days to come. */
  | { readonly kind: 'block-on'; readonly date: string }
  | { readonly kind: 'judge-by'; readonly policy: Policy }

export interface WhatIf {
  readonly before: Judgement
  readonly after: Judgement
  readonly facts: Facts
  /** Clients that connect now and would not afterwards. */
  readonly broken: readonly ProfileResult[]
  /** Microsoft services that would connect now and would not afterwards. */
  readonly lostPeers: readonly ProfileResult[]
  /** Rules whose answer changes. */
  readonly changed: readonly { readonly ruleId: string; readonly from: string; readonly to: string }[]
}

/** Judges the facts as they are and as they would be. */
export function whatIf(
  facts: Facts,
  changes: readonly Change[],
  options: JudgeOptions,
  profiles: readonly Profile[] = clients,
): WhatIf {
  const changedFacts = changes.reduce(changeFacts, facts)
  const before = judge(facts, options)
  const after = judge(changedFacts, changes.reduce(changeOptions, options))
  const lost = simulatePeers(facts).filter(({ simulation }) => simulation.outcome === 'connects')
  const now = new Map(simulatePeers(changedFacts).map((result) => [result.profile.id, result]))
  return {
    before,
    after,
    facts: changedFacts,
    broken: brokenClients(facts, changedFacts, profiles),
    lostPeers: lost
      .flatMap(({ profile }) => now.get(profile.id) ?? [])
      .filter(({ simulation }) => simulation.outcome === 'fails'),
    changed: differences(before, after),
  }
}

function differences(before: Judgement, after: Judgement): WhatIf['changed'] {
  const old = new Map(before.findings.map((finding) => [finding.ruleId, finding.outcome]))
  return after.findings.flatMap(({ ruleId, outcome }) => {
    const from = old.get(ruleId) ?? 'not-asked'
    return from === outcome ? [] : [{ ruleId, from, to: outcome }]
  })
}

function changeFacts(facts: Facts, change: Change): Facts {
  if (change.kind === 'switch-off') return withoutVersions(facts, change.versions)
  if (change.kind === 'keep-suites')
    return {
      ...facts,
      protocols: facts.protocols.map((protocol) => {
        const cipherSuites = protocol.cipherSuites.filter(({ id }) => change.cipherSuites.includes(id))
        const emptied = protocol.offered === true && protocol.enumeration === 'complete' && cipherSuites.length === 0
        return emptied ? { ...protocol, ...nothingOffered } : { ...protocol, cipherSuites }
      }),
    }
  if (change.kind === 'replace-certificate')
    return {
      ...facts,
      certificates: facts.certificates.map((deployment) => {
        const [leaf, ...rest] = deployment.chain
        if (!leaf) return deployment
        const trust = { ...deployment.trust, state: change.trust, reason: null }
        return {
          ...deployment,
          trust,
          nameMatches: deployment.nameMatches === null ? null : true,
          chain: [{ ...leaf, ...change.leaf }, ...rest],
        }
      }),
    }
  return facts
}

function changeOptions(options: JudgeOptions, change: Change): JudgeOptions {
  if (change.kind === 'judge-by') return { ...options, policy: change.policy }
  const records: readonly Deadline[] = options.deadlines ?? shipped
  if (change.kind === 'block-on') {
    const today = options.now.toISOString().slice(0, 10)
    return { ...options, deadlines: [...records.filter(({ date }) => date < today), supposedBlock(change.date)] }
  }
  if (change.kind !== 'move-deadline') return options
  return {
    ...options,
    deadlines: records.map((record) =>
      record.id === change.id ? { ...record, date: change.date, until: null } : record,
    ),
  }
}

const supposedBlock = (date: string): Deadline => ({
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
