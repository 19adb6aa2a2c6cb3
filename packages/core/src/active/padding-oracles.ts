import type { Evidence, VulnerabilityFact, VulnerabilityId } from '../facts.ts'
import { CbcCipher, type ClientSession, suiteParameters } from '../session/index.ts'
import { contentTypes } from '../wire/record.ts'
import type { CipherSuite } from '../wire/registry/cipher-suite.ts'
import { WireError } from '../wire/wire-error.ts'
import type { Attempt } from './attempt.ts'
import { ask, type Question } from './candidates.ts'
import { type ActiveCheck, type ActiveContext, tlsVersions } from './check.ts'
import { type Comparison, compare } from './compare.ts'
import { type Malformation, malformations, malformedFragment, withBadPadding } from './malformed-records.ts'
import { type Response, response } from './response.ts'
import { staysOpen } from './stays-open.ts'
import { joinVariants, variants } from './variants.ts'
import { found, notVulnerable, unclear, vulnerable, withoutSession } from './verdicts.ts'

/**
 * What a server gives away of CBC records that are wrong: POODLE-TLS (CVE-2014-8730) reads one whose padding bytes are
 * wrong, Zombie POODLE tells whether the MAC was right under wrong padding, GOLDENDOODLE tells whether the padding was
 * right under a wrong MAC, and the zero-length oracle (CVE-2019-1559) tells so where there is no content or no MAC.
 */
export const paddingOracles: ActiveCheck = {
  id: 'padding-oracles',
  needs: 'permission',
  answers: { vulnerabilities: ['poodle-tls', 'zombie-poodle', 'goldendoodle', 'zero-length-padding'], features: [] },
  suites: isCbc,
  versions: tlsVersions,
  connections: 260,
  run: async (context) => {
    const question = { shape: 'cbc', suites: isCbc, versions: tlsVersions }
    const answers: (readonly VulnerabilityFact[])[] = []
    // One after the other: the server is asked for no more at once than in any other check.
    for (const variant of variants(context, question, kindOf, maxVariants))
      answers.push(await askVariant(context, variant))
    return found(
      ...(answers[0] ?? []).map((_, at) => joinVariants(answers.map((each) => each[at] as VulnerabilityFact))),
    )
  },
}

async function askVariant(context: ActiveContext, question: Question): Promise<readonly VulnerabilityFact[]> {
  const [accepted, comparison] = await Promise.all([
    sendBadlyPaddedFinished(context, question),
    compare(malformations, (kind) => sendMalformed(context, question, kind)),
  ])
  const isReaction = comparison.kind !== 'uniform' || (await isReactionTo(context, question, comparison.response))
  return [judgeAccepted(accepted), ...pairs.map((pair) => judgePair(comparison, pair, isReaction))]
}

/** An alert is one; hanging up only where the server does not do so anyway. */
async function isReactionTo(context: ActiveContext, question: Question, { kind }: Response): Promise<boolean> {
  if (kind !== 'closed') return true
  return staysOpen(context, { ...question, shape: `${question.shape}-control` })
}

/** Code of its own in most libraries: block cipher and MAC; the key exchange has no part in it. */
function kindOf({ id, cipher }: CipherSuite): string {
  const family = cipher.startsWith('3DES') ? '3des' : (cipher.split('_')[0] ?? '').toLowerCase()
  return `${family}-${suiteParameters(id)?.mac ?? ''}`
}

function isCbc(suite: CipherSuite): boolean {
  return suite.mode === 'cbc'
}

/** Finished itself with wrong padding: a server that reads it answers with its own, and no application is involved. */
function sendBadlyPaddedFinished(context: ActiveContext, question: Question): Promise<Attempt<Response>> {
  return ask(context, { ...question, shape: `${question.shape}-bad-padding` }, async (session) => {
    session.sendKeyExchange()
    session.sendChangeCipherSpec()
    session.sendFinished((cipher, message) =>
      cbc(cipher).sealShaped(contentTypes.handshake, message, (parts) => withBadPadding(parts, session.flight.suite)),
    )
    return reactionToFinished(session, context)
  })
}

/** ChangeCipherSpec shows that the Finished was taken; a ticket may come first. */
async function reactionToFinished(session: ClientSession, { patience }: ActiveContext): Promise<Response> {
  const first = await response(session.channel, session.offer.shape, patience)
  return first.kind === 'handshake' ? response(session.channel, session.offer.shape, patience) : first
}

function sendMalformed(context: ActiveContext, question: Question, kind: Malformation): Promise<Attempt<Response>> {
  return ask(context, { ...question, shape: `${question.shape}-malformed` }, async (session) => {
    await session.finish()
    const { channel, flight } = session
    channel.sendFragment(contentTypes.applicationData, malformedFragment(kind, cbc(channel.writeCipher), flight.suite))
    return response(channel, session.offer.shape, context.patience)
  })
}

function cbc(cipher: unknown): CbcCipher {
  if (cipher instanceof CbcCipher) return cipher
  throw new WireError('bad-value', 0, ['serverHello', 'cipherSuite'])
}

function judgeAccepted(tried: Attempt<Response>): VulnerabilityFact {
  if (!tried.done) return withoutSession('poodle-tls', tried.ending)
  const { kind, evidence } = tried.value
  if (kind === 'change-cipher-spec') {
    return vulnerable('poodle-tls', { ...evidence, answer: 'Finished with wrong padding accepted' })
  }
  if (kind === 'alert' || kind === 'closed') return notVulnerable('poodle-tls', evidence)
  if (kind === 'silent') return unclear('poodle-tls', 'timed-out', evidence)
  return unclear('poodle-tls', kind === 'reset' ? 'reset' : 'inconsistent', evidence)
}

interface Pair {
  readonly id: VulnerabilityId
  /** Told apart by a server that has the flaw. */
  readonly kinds: readonly (readonly [Malformation, Malformation])[]
}

const pairs: readonly Pair[] = [
  { id: 'zombie-poodle', kinds: [['bad-padding', 'bad-mac-bad-padding']] },
  { id: 'goldendoodle', kinds: [['bad-mac', 'bad-mac-bad-padding']] },
  {
    id: 'zero-length-padding',
    kinds: [
      ['empty-bad-mac', 'empty-bad-mac-bad-padding'],
      ['all-padding', 'overlong-padding'],
    ],
  },
]

function judgePair(comparison: Comparison<Malformation>, { id, kinds }: Pair, isReaction: boolean): VulnerabilityFact {
  if (comparison.kind === 'failed') return withoutSession(id, comparison.ending)
  if (comparison.kind === 'uniform') return judgeUniform(id, comparison.response, isReaction)
  const { responses } = comparison
  const apart = kinds.find(([left, right]) => answerTo(responses[left]) !== answerTo(responses[right]))
  const evidence = (apart ?? kinds[0] ?? []).map((kind) => named(kind, responses[kind]))
  if (comparison.kind === 'inconsistent') return unclear(id, 'inconsistent', ...evidence)
  if (apart === undefined) return notVulnerable(id, ...evidence)
  const [first, second] = evidence as [Evidence, Evidence]
  return vulnerable(id, { ...first, answer: `${first.answer}; ${second.answer}` }, second)
}

function judgeUniform(id: VulnerabilityId, { kind, evidence }: Response, isReaction: boolean): VulnerabilityFact {
  const alike = { ...evidence, answer: `every malformed record: ${evidence.answer}` }
  if (kind === 'alert' || (kind === 'closed' && isReaction)) return notVulnerable(id, alike)
  if (kind === 'closed') return unclear(id, 'closed', alike)
  if (kind === 'silent') return unclear(id, 'timed-out', alike)
  return unclear(id, kind === 'reset' ? 'reset' : 'inconsistent', alike)
}

const answerTo = (each: Response): string => each.evidence.answer

function named(kind: Malformation, { evidence }: Response): Evidence {
  return { ...evidence, answer: `${kind}: ${evidence.answer}` }
}

const maxVariants = 5
