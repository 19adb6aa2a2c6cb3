import type { VulnerabilityFact } from '../facts.ts'
import { type SessionVersion, sessionVersions, suiteParameters } from '../session/index.ts'
import { type CipherSuite, cipherSuite } from '../wire/registry/cipher-suite.ts'
import type { Question } from './candidates.ts'
import type { ActiveContext } from './check.ts'

/**
 * One question as several, for flaws that may sit in one kind of suite or in one version alone: each kind in the highest
 * version that has it, and the first kind of the oldest version. At most `limit`; where nothing is known of the server,
 * the question as it is.
 */
export function variants(
  { facts }: Pick<ActiveContext, 'facts'>,
  question: Question,
  kindOf: (suite: CipherSuite) => string,
  limit: number,
): readonly Question[] {
  const wanted = question.suites ?? (() => true)
  const accepted = (question.versions ?? sessionVersions).flatMap((version) => {
    const suites = facts.protocols.find((each) => each.version === version && each.offered)?.cipherSuites ?? []
    return suites.flatMap(({ id }) => {
      const suite = cipherSuite(id)
      if (suite === undefined || !wanted(suite) || suiteParameters(id) === undefined) return []
      return [{ version, kind: kindOf(suite) }]
    })
  })
  const kinds = accepted.filter(({ kind }, at) => accepted.findIndex((each) => each.kind === kind) === at)
  const oldest = accepted.filter(({ version }) => version === accepted.at(-1)?.version)[0]
  const isCovered = oldest === undefined || kinds.some(({ version }) => version === oldest.version)
  const chosen = isCovered ? kinds.slice(0, limit) : [...kinds.slice(0, limit - 1), oldest]
  if (chosen.length === 0) return [question]
  return chosen.map(({ version, kind }) => variantOf(question, version, (suite) => kindOf(suite) === kind, kind))
}

function variantOf(
  question: Question,
  version: SessionVersion,
  isKind: (suite: CipherSuite) => boolean,
  kind: string,
): Question {
  const wanted = question.suites ?? (() => true)
  return {
    ...question,
    shape: `${question.shape}-${kind}`,
    versions: [version],
    suites: (suite) => wanted(suite) && isKind(suite),
  }
}

/** What the variants of one question come to: a flaw in one is a flaw, and one without an answer leaves it open. */
export function joinVariants(answers: readonly VulnerabilityFact[]): VulnerabilityFact {
  const decisive =
    answers.find(({ state }) => state === 'vulnerable') ?? answers.find(({ state }) => state === 'unknown')
  if (decisive !== undefined) return decisive
  const [first] = answers
  if (first === undefined) throw new RangeError('no answers')
  const seen = new Map(
    answers.flatMap(({ evidence }) => evidence).map((each) => [`${each.shape} ${each.answer}`, each]),
  )
  return { ...first, evidence: [...seen.values()] }
}
