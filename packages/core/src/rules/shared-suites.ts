/** The family of questions "is a cipher suite in common with this peer, at a version that stays?". */
import type { Profile } from '../clients/profile.ts'
import { listed } from './accepted-suites.ts'
import { type AcceptedSuite, fail, pass, type Rule, type RuleContext, rule, unknown } from './rule.ts'
import type { Source } from './source.ts'

/** Suites accepted at a version that the peer speaks and on the peer's list, in the server's order. */
export const sharedWith = (peer: Profile, { accepted }: RuleContext): readonly AcceptedSuite[] =>
  accepted.filter(
    ({ suite, versions }) =>
      peer.cipherSuites.includes(suite.id) && versions.some((version) => peer.versions.includes(version)),
  )

export function sharedSuitesRule({
  id,
  peer,
  sources,
  applies,
}: {
  id: string
  peer: Profile
  sources: readonly Source[]
  applies: (context: RuleContext) => boolean
}): Rule<'shared' | 'accepted'> {
  return rule({
    id,
    question: `Is a cipher suite in common with ${peer.name}?`,
    needs: ['protocols'],
    evidence: ['shared', 'accepted'],
    sources,
    applies: (context) => context.role !== 'client' && applies(context),
    judge(context) {
      const shared = sharedWith(peer, context)
      const evidence = {
        shared: listed(shared.map(({ suite }) => suite.name)),
        accepted: listed(context.accepted.map(({ suite }) => suite.name)) || '–',
      }
      if (shared.length > 0) return pass(evidence)
      return context.suitesUnknown ? unknown(context.suitesUnknown) : fail(evidence)
    },
  })
}
