import type { Evidence, VulnerabilityFact } from '../facts.ts'
import type { ClientSession } from '../session/index.ts'
import { contentTypes } from '../wire/record.ts'
import type { CipherSuite } from '../wire/registry/cipher-suite.ts'
import { wireVersions } from '../wire/registry/protocol-version.ts'
import { ask, type Question } from './candidates.ts'
import type { ActiveCheck, ActiveContext } from './check.ts'
import { type Comparison, compare } from './compare.ts'
import { type Response, response } from './response.ts'
import { type RsaBlockKind, rsaBlock, rsaBlockKinds } from './rsa-blocks.ts'
import { joinVariants, variants } from './variants.ts'
import { found, notVulnerable, unclear, vulnerable, withoutSession } from './verdicts.ts'

/**
 * Bleichenbacher's oracle (ROBOT, CVE-2017-13099 and its kin): whether the server tells a well formed RSA block from a
 * malformed one. Asked with a whole client flight whose Finished is wrong, and then with ClientKeyExchange alone.
 */
export const robot: ActiveCheck = {
  id: 'robot',
  needs: 'permission',
  answers: { vulnerabilities: ['robot'], features: [] },
  suites: isStaticRsa,
  connections: 240,
  run: async (context) => {
    const answers: VulnerabilityFact[] = []
    for (const variant of variants(context, { shape: 'rsa-blocks', suites: isStaticRsa }, kindOf, maxVariants)) {
      answers.push(await askVariant(context, variant))
    }
    return found(joinVariants(answers))
  },
}

async function askVariant(context: ActiveContext, question: Question): Promise<VulnerabilityFact> {
  const whole = await compareBlocks(context, question, 'whole')
  const early = decisive(whole)
  if (early !== null) return early
  const short = await compareBlocks(context, question, 'short')
  return decisive(short) ?? alike(whole, short)
}

/** What a server does between the block and the Finished differs by how records are opened. */
function kindOf({ mode }: CipherSuite): string {
  return mode
}

function isStaticRsa(suite: CipherSuite): boolean {
  return suite.keyExchange === 'RSA' && !suite.export
}

type Flow = 'whole' | 'short'
type Blocks = Comparison<RsaBlockKind>

function compareBlocks(context: ActiveContext, question: Question, flow: Flow): Promise<Blocks> {
  const shaped = { ...question, shape: `${question.shape}-${flow}` }
  return compare(rsaBlockKinds, (kind) =>
    ask(context, shaped, async (session) => {
      send(session, kind, flow, context)
      return response(session.channel, session.offer.shape, context.patience)
    }),
  )
}

function send(session: ClientSession, kind: RsaBlockKind, flow: Flow, { reach }: ActiveContext): void {
  const leaf = session.flight.certificates[0] ?? new Uint8Array(0)
  const offered = wireVersions[session.offer.versions[0] ?? 'TLSv1.2']
  session.sendKeyExchange(rsaBlock(kind, leaf, offered, reach.random))
  if (flow === 'short') return
  session.channel.sendFragment(contentTypes.changeCipherSpec, Uint8Array.of(1))
  // Whole blocks for every cipher, and right under no key.
  session.channel.sendFragment(contentTypes.handshake, reach.random(64))
}

/** What a comparison settles, null where all blocks were treated alike. */
function decisive(comparison: Blocks): VulnerabilityFact | null {
  if (comparison.kind === 'uniform') return null
  if (comparison.kind === 'failed') return withoutSession('robot', comparison.ending)
  const evidence = responsesOf(comparison.responses)
  if (comparison.kind === 'inconsistent') return unclear('robot', 'inconsistent', ...evidence)
  const strength = strengthOf(comparison.responses)
  const [first, ...rest] = evidence
  return vulnerable('robot', { ...(first as Evidence), answer: `${strength} oracle: ${first?.answer}` }, ...rest)
}

/** Strong where blocks with a wrong start, or without a separator in place, are told from each other. */
function strengthOf(responses: Readonly<Record<RsaBlockKind, Response>>): 'strong' | 'weak' {
  const kinds = ['wrong-start', 'late-separator', 'no-separator'] as const
  return new Set(kinds.map((kind) => responses[kind].evidence.answer)).size === 1 ? 'weak' : 'strong'
}

function responsesOf(responses: Readonly<Record<RsaBlockKind, Response>>): Evidence[] {
  return rsaBlockKinds.map((kind) => {
    const { evidence } = responses[kind]
    return { ...evidence, answer: `${kind}: ${evidence.answer}` }
  })
}

/** Alike is an answer where the server is seen to judge the flight: by alert, or by hanging up in order. */
function alike(whole: Blocks, short: Blocks): VulnerabilityFact {
  if (whole.kind !== 'uniform' || short.kind !== 'uniform') throw new TypeError('compared to no end')
  const evidence = [whole.response, short.response].map((each) => ({
    ...each.evidence,
    answer: `every block: ${each.evidence.answer}`,
  }))
  const { kind } = whole.response
  if (kind === 'alert' || kind === 'closed') return notVulnerable('robot', ...evidence)
  if (kind === 'silent') return unclear('robot', 'timed-out', ...evidence)
  return unclear('robot', kind === 'reset' ? 'reset' : 'inconsistent', ...evidence)
}

const maxVariants = 4
