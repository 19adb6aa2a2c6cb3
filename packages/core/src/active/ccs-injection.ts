import type { VulnerabilityFact } from '../facts.ts'
import { contentTypes } from '../wire/record.ts'
import { ask } from './candidates.ts'
import { type ActiveCheck, type ActiveContext, anySuite } from './check.ts'
import { type Response, response } from './response.ts'
import { found, notVulnerable, unclear, vulnerable, withoutSession } from './verdicts.ts'

/**
 * CVE-2014-0224: ChangeCipherSpec before any key is agreed. A flawed server turns to keys of an empty secret in silence,
 * and then cannot read the next clear record: it complains of a bad MAC where a correct one complains of the message.
 */
export const ccsInjection: ActiveCheck = {
  id: 'ccs-injection',
  needs: 'permission',
  answers: { vulnerabilities: ['ccs-injection'], features: [] },
  suites: anySuite,
  until: 'flight',
  connections: 16,
  run: async (context) => {
    const first = await once(context)
    if (first.state !== 'vulnerable') return found(first)
    const second = await once(context)
    return found(second.state === 'vulnerable' ? first : unclear('ccs-injection', 'inconsistent', ...first.evidence))
  },
}

async function once(context: ActiveContext): Promise<VulnerabilityFact> {
  const tried = await ask(context, { shape: 'early-ccs', until: 'flight' }, async ({ channel }) => {
    channel.send(contentTypes.changeCipherSpec, Uint8Array.of(1))
    const early = await response(channel, 'early ChangeCipherSpec', context.patience)
    if (early.kind !== 'silent') return { early, late: null }
    channel.send(contentTypes.changeCipherSpec, Uint8Array.of(1))
    return { early, late: await response(channel, 'early ChangeCipherSpec, clear record', context.patience) }
  })
  if (!tried.done) return withoutSession('ccs-injection', tried.ending)
  const { early, late } = tried.value
  return late === null ? judgeEarly(early) : judgeLate(late)
}

function judgeEarly({ kind, evidence }: Response): VulnerabilityFact {
  if (kind === 'alert' || kind === 'closed') return notVulnerable('ccs-injection', evidence)
  return unclear('ccs-injection', kind === 'reset' ? 'reset' : 'inconsistent', evidence)
}

function judgeLate({ kind, description, evidence }: Response): VulnerabilityFact {
  if (kind === 'alert') {
    const isSealed = description === badRecordMac || description === decryptionFailed
    return isSealed ? vulnerable('ccs-injection', evidence) : notVulnerable('ccs-injection', evidence)
  }
  if (kind === 'silent') return unclear('ccs-injection', 'timed-out', evidence)
  return unclear('ccs-injection', kind === 'reset' || kind === 'closed' ? kind : 'inconsistent', evidence)
}

const badRecordMac = 20
const decryptionFailed = 21
