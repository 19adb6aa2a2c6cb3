/** The family of questions "does it still accept this old version?": yes is a failure. */
import type { ProtocolVersion } from '../facts.ts'
import { fail, pass, type Rule, rule, unknown } from './rule.ts'
import type { Source } from './source.ts'

export function legacyVersionRule(id: string, version: ProtocolVersion, sources: readonly Source[]): Rule<'suites'> {
  return rule({
    id,
    question: `Is ${version} still accepted?`,
    needs: ['protocols'],
    evidence: ['suites'],
    sources,
    applies: () => true,
    judge({ facts }) {
      const protocol = facts.protocols.find((fact) => fact.version === version)
      if (!protocol || protocol.offered === null) return unknown(protocol?.reason ?? 'not-asked')
      return protocol.offered ? fail({ suites: String(protocol.cipherSuites.length) }) : pass({ suites: '0' })
    },
  })
}
