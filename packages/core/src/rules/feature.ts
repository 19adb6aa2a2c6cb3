/** The family of questions about one feature that should, or should not, be there. */
import type { FeatureId } from '../facts.ts'
import { fail, notApplicable, pass, type Rule, type RuleContext, rule, unknown } from './rule.ts'
import type { Source } from './source.ts'

export function featureRule(
  id: string,
  question: string,
  feature: FeatureId,
  wanted: boolean,
  sources: readonly Source[],
  applies: (context: RuleContext) => boolean = () => true,
): Rule<'answer'> {
  return rule({
    id,
    question,
    needs: ['features'],
    evidence: ['answer'],
    sources,
    applies,
    judge({ facts }) {
      const answer = facts.features[feature]
      if (answer?.reason === 'not-applicable') return notApplicable
      if (!answer || answer.value === null) return unknown(answer?.reason ?? 'not-asked')
      const evidence = { answer: answer.evidence[0]?.answer ?? '' }
      return answer.value === wanted ? pass(evidence) : fail(evidence)
    },
  })
}
