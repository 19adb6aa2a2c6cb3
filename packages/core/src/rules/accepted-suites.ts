/** The family of questions "does it accept a suite of this kind?": yes is a failure. */
import { type AcceptedSuite, fail, pass, type Rule, rule, unknown } from './rule.ts'
import type { Source } from './source.ts'

export function acceptedSuitesRule(
  id: string,
  question: string,
  sources: readonly Source[],
  matches: (accepted: AcceptedSuite) => boolean,
): Rule<'suites'> {
  return rule({
    id,
    question,
    needs: ['protocols'],
    evidence: ['suites'],
    sources,
    applies: () => true,
    judge(context) {
      const found = context.accepted.filter(matches)
      if (found.length > 0) return fail({ suites: listed(found.map((accepted) => accepted.suite.name)) })
      return context.suitesUnknown ? unknown(context.suitesUnknown) : pass({ suites: '' })
    },
  })
}

/** At most six names, then how many more. */
export const listed = (names: readonly string[]): string =>
  names.length <= 6 ? names.join(', ') : `${names.slice(0, 6).join(', ')} +${names.length - 6}`
