import type { Evidence, VulnerabilityFact } from '../facts.ts'
import type { Offer } from '../hello/offer.ts'
import type { ByteStream } from '../net/byte-stream.ts'
import { type Reached, withConnection } from '../probe/reach.ts'
import { ClientSession } from '../session/index.ts'
import { contentTypes } from '../wire/record.ts'
import { offersFor } from './candidates.ts'
import { type ActiveCheck, type ActiveContext, anySuite } from './check.ts'
import { type Ending, endingOfError, endingOfOutcome } from './ending.ts'
import { sayUnderTls13, startTls13 } from './node-tls-13.ts'
import { type PipelinedCommand, pipelinedCommands } from './pipelined-commands.ts'
import { found, notVulnerable, unclear, vulnerable } from './verdicts.ts'

const id = 'starttls-injection'

/**
 * CVE-2011-0411: a harmless command stands in the same packet behind STARTTLS. A flawed server keeps it, and answers it
 * under TLS as if the client had sent it there. Under TLS we only say goodbye, so any other reply is to that command.
 */
export const starttlsInjection: ActiveCheck = {
  id,
  needs: 'permission',
  answers: { vulnerabilities: [id], features: [] },
  suites: anySuite,
  connections: 2,
  run: async (context) => {
    const { starttls } = context.target
    if (starttls === null) return found(unclear(id, 'not-applicable'))
    const script = pipelinedCommands[starttls]
    if ('because' in script) return found(unclear(id, 'not-applicable', saidOf('facts', script.because)))
    const offers = offersFor(context, { shape: 'pipelined' })
    const speak = Array.isArray(offers) && offers[0] !== undefined ? speak12(context, offers[0]) : speak13(context)
    const first = await inject(context, script, speak)
    if (first.state !== 'vulnerable') return found(first)
    const second = await inject(context, script, speak)
    return found(second.state === 'vulnerable' ? first : unclear(id, 'inconsistent', ...first.evidence))
  },
}

/** How TLS is spoken once the server permits it: what is answered to the goodbye, or how it never came to that. */
interface Speech {
  readonly shape: string
  /** Whether the same hello is known to work where nothing stands behind STARTTLS. */
  readonly isKnown: boolean
  readonly say: (stream: ByteStream, goodbye: string) => Promise<string | Ending>
}

function speak12({ facts, reach, patience }: ActiveContext, offer: Offer): Speech {
  const { shape } = offer
  return {
    shape,
    isKnown: facts.protocols.find(({ version }) => version === offer.versions[0])?.offered === true,
    say: async (stream, goodbye) => {
      try {
        const session = await ClientSession.open(stream, offer, reach.random)
        await session.finish()
        session.channel.send(contentTypes.applicationData, Buffer.from(goodbye, 'latin1'))
        return await repliesOf(session, patience)
      } catch (error) {
        return endingOfError(error, shape, 'session')
      }
    },
  }
}

function speak13({ facts, target, patience }: ActiveContext): Speech {
  const shape = 'tls13-pipelined'
  return {
    shape,
    isKnown: facts.protocols.find(({ version }) => version === 'TLSv1.3')?.offered === true,
    say: async (stream, goodbye) => {
      const socket = startTls13(stream, target.serverName)
      const said = await sayUnderTls13(socket, goodbye, patience)
      socket.destroy()
      if ('text' in said) return said.text
      const { ended: kind } = said
      const evidence = { shape, answer: kind === 'other' ? 'handshake failed' : kind, bytes: '' }
      // OpenSSL read something that is no TLS: clear text.
      const reason = kind === 'other' ? 'not-tls' : kind === 'alert' ? 'inconsistent' : kind
      return { stage: 'session', kind, refusal: false, reason, evidence }
    },
  }
}

function inject(
  { target, reach }: ActiveContext,
  script: PipelinedCommand,
  speech: Speech,
): Promise<VulnerabilityFact> {
  let asked = false
  const host = target.serverName ?? target.host
  const command = typeof script.command === 'string' ? script.command : script.command(host)
  const prepare = (stream: ByteStream): void =>
    stream.reframe({
      wrap: (data) => {
        if (asked || !script.asks.test(Buffer.from(data).toString(script.patterns))) return data
        asked = true
        return Buffer.concat([data, Buffer.from(command, 'latin1')])
      },
      unwrap: (chunk) => chunk,
    })
  const use = async (reached: Reached): Promise<VulnerabilityFact> => {
    if (!reached.reached) return judgeRefusal(endingOfOutcome(reached.outcome), asked)
    if (!asked) return unclear(id, 'not-asked')
    const said = await speech.say(reached.stream, script.goodbye)
    return typeof said === 'string' ? judgeReplies(said, script, speech.shape) : judgeEnd(said, speech.isKnown)
  }
  return withConnection(target, reach, speech.shape, use, prepare)
}

/** The server said no to STARTTLS with something behind it, as it may: nothing was kept. */
function judgeRefusal(ending: Ending, asked: boolean): VulnerabilityFact {
  const isRefused = asked && ending.reason === 'starttls-refused'
  return isRefused ? notVulnerable(id, ending.evidence) : unclear(id, ending.reason, ending.evidence)
}

/**
 * The handshake failed. Where the same hello is known to work otherwise, the server did not keep the command for later:
 * it took it for TLS, answered it in clear text, or hung up.
 */
function judgeEnd({ kind, reason, evidence }: Ending, isKnown: boolean): VulnerabilityFact {
  const isJudged = kind === 'alert' || kind === 'closed' || reason === 'not-tls'
  return isKnown && isJudged ? notVulnerable(id, evidence) : unclear(id, reason, evidence)
}

function judgeReplies(text: string, script: PipelinedCommand, shape: string): VulnerabilityFact {
  const { answered, answersGoodbye, hasCode, patterns } = script
  const read = Buffer.from(text, 'latin1').toString(patterns)
  const reply = answered.exec(read)?.[0]
  if (reply !== undefined) {
    // The code alone: words may differ from one time to the next.
    const code = hasCode ? `: ${reply.slice(0, 3).trim()}` : ''
    return vulnerable(id, saidOf(shape, `pipelined command answered under TLS${code}`))
  }
  if (text === '') return unclear(id, 'timed-out', saidOf(shape, 'no reply under TLS'))
  if (answersGoodbye?.test(read) === false) {
    return unclear(id, 'inconsistent', saidOf(shape, 'a reply under TLS to neither'))
  }
  return notVulnerable(id, saidOf(shape, 'pipelined command not answered under TLS'))
}

const saidOf = (shape: string, answer: string): Evidence => ({ shape, answer, bytes: '' })

/** What the server says under TLS, until it has said nothing for a while. */
async function repliesOf(session: ClientSession, patience: number): Promise<string> {
  let text = ''
  try {
    while (text.length < maxText) {
      const message = await session.channel.nextWithin(patience)
      if (message === null || message.kind === 'alert') return text
      if (message.kind === 'application-data') text += Buffer.from(message.content).toString('latin1')
    }
  } catch (error) {
    // Whatever ends the session, what was said before it stands; our own bugs pass through.
    endingOfError(error, session.offer.shape, 'session')
  }
  return text
}

const maxText = 4_096
