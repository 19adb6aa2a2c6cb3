import { deploymentsOf } from '../leaf-certificates.ts'
import { fail, notApplicable, pass, type RuleContext, rule, unknown } from '../rule.ts'
import { sources } from '../sources.ts'

export const mtaStsSatisfied = rule({
  id: 'mta-sts-satisfied',
  question: 'Does the server satisfy the MTA-STS policy that its domain enforces?',
  needs: ['mailPolicy', 'certificates'],
  evidence: ['problem'],
  sources: [sources.rfc8461],
  applies: ({ starttls, role }) => starttls === 'smtp' && role === 'inbound',
  judge(context) {
    const mtaSts = context.facts.mailPolicy?.mtaSts
    if (!mtaSts || mtaSts.reason) return unknown(mtaSts?.reason ?? 'not-asked')
    if (mtaSts.mode !== 'enforce') return notApplicable
    if (mtaSts.listsHost === false) return fail({ problem: 'host-not-listed' })
    const problem = certificateProblem(context)
    if (problem === 'not-seen') return unknown('not-asked')
    return problem === null ? pass({ problem: 'none' }) : fail({ problem })
  },
})

/** RFC 8461 section 4.2: not expired, for the name, and from a root that the sender trusts. */
function certificateProblem(context: RuleContext): string | null {
  const deployments = deploymentsOf(context).filter(({ chain }) => chain.length > 0)
  if (deployments.length === 0) return 'not-seen'
  for (const { chain, trust, nameMatches } of deployments) {
    const leaf = chain[0]
    if (!leaf || trust.state === 'unknown') return 'not-seen'
    if (Date.parse(leaf.notAfter) < context.now || Date.parse(leaf.notBefore) > context.now) return 'not-in-date'
    if (nameMatches === false) return 'name-mismatch'
    if (trust.state !== 'trusted') return trust.problem ?? trust.state
  }
  return null
}
