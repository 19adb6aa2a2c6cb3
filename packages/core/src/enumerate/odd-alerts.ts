import type { DeviationFact, ProtocolVersion } from '../facts.ts'
import type { ProbeOutcome } from '../probe/outcome.ts'
import { alertName } from '../wire/registry/alert.ts'

interface Refusal {
  readonly version: ProtocolVersion
  readonly outcomes: readonly ProbeOutcome[]
}

/**
 * Alerts by which a server turned a well-formed hello away and that no RFC gives for it: a version, suite or group that
 * it does not have is `protocol_version`, `handshake_failure` or `insufficient_security`, always fatal (RFC 5246 section
 * 7.2.2, RFC 8446 section 6.2), a name that it does not serve `unrecognized_name` (RFC 6066 section 3). To an SSL 2.0
 * hello, which is no record of TLS, no alert is wrong.
 */
export function oddAlerts(refusals: readonly Refusal[]): DeviationFact[] {
  const seen = new Map<string, ProtocolVersion[]>()
  for (const { version, outcomes } of refusals) {
    if (version === 'SSLv2') continue
    for (const name of new Set(outcomes.flatMap(oddName))) seen.set(name, [...(seen.get(name) ?? []), version])
  }
  return [...seen]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, versions]) => ({ id: 'odd-alert', detail: `${name} to ${versions.join(', ')}` }))
}

function oddName(outcome: ProbeOutcome): string[] {
  if (outcome.kind !== 'alert' || outcome.description === closeNotify || outcome.description === unrecognizedName)
    return []
  const name = alertName(outcome.description)
  if (!proper.has(outcome.description)) return [name]
  return outcome.level === warning ? [`${name} as a warning`] : []
}

const closeNotify = 0
const unrecognizedName = 112
const warning = 1
const proper: ReadonlySet<number> = new Set([40, 70, 71])
