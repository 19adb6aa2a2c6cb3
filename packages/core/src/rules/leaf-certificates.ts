/** The deployments that a peer asking for this name is given, and the family of questions about their leaves. */
import type { CertificateDeployment, CertificateFact, Facts } from '../facts.ts'
import { fail, type Judged, pass, type Rule, type RuleContext, rule, unknown } from './rule.ts'

/** Deployments for the server name asked for; all where none was given for just that name. */
export function deploymentsOf({ facts, serverName }: RuleContext): readonly CertificateDeployment[] {
  const named = facts.certificates.filter((deployment) => deployment.serverName === serverName)
  return named.length > 0 ? named : facts.certificates
}

/** Why there is no certificate to look at. */
const withoutCertificate = (facts: Facts) =>
  facts.protocols.find((protocol) => protocol.offered === null)?.reason ?? 'not-asked'

/** A question to every leaf: one that fails decides, one that cannot be told comes next. */
export function leafRule<const K extends string>(
  definition: Omit<Rule<K>, 'needs' | 'applies' | 'judge'> & {
    readonly look: (leaf: CertificateFact, deployment: CertificateDeployment, context: RuleContext) => Judged<K>
  },
): Rule<K> {
  const { look, ...rest } = definition
  return rule<K>({
    ...rest,
    needs: ['certificates'],
    applies: () => true,
    judge(context) {
      let answer: Judged<K> | null = null
      for (const deployment of deploymentsOf(context)) {
        const leaf = deployment.chain[0]
        if (!leaf) continue
        const next = look(leaf, deployment, context)
        if (next.outcome === 'fail') return next
        if (answer === null || next.outcome === 'unknown') answer = next
      }
      return answer ?? unknown(withoutCertificate(context.facts))
    },
  })
}

export { fail, pass, unknown }
