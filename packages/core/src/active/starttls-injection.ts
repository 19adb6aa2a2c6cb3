import type { Evidence, VulnerabilityFact } from '../facts.ts'
import type { Offer } from '../hello/offer.ts'
import type { ByteStream } from '../net/byte-stream.ts'
import { withConnection } from '../probe/reach.ts'
import { ClientSession } from '../session/index.ts'
import type { StarttlsKind } from '../target.ts'
import { contentTypes } from '../wire/record.ts'
import { offersFor } from './candidates.ts'
import { type ActiveCheck, type ActiveContext, anySuite } from './check.ts'
import { type Ending, endingOfError, endingOfOutcome } from './ending.ts'
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
    const script = starttls === null ? undefined : scripts[starttls]
    if (script === undefined) return found(unclear(id, 'not-applicable'))
    const offers = offersFor(context, { shape: 'pipelined' })
    const offer = Array.isArray(offers) ? offers[0] : undefined
    if (offer === undefined) return found(unclear(id, 'not-asked'))
    const first = await inject(context, script, offer)
    if (first.state !== 'vulnerable') return found(first)
    const second = await inject(context, script, offer)
    return found(second.state === 'vulnerable' ? first : unclear(id, 'inconsistent', ...first.evidence))
  },
}

interface Script {
  /** The line that asks for TLS, as the dialect sends it. */
  readonly asks: RegExp
  readonly command: string
  readonly goodbye: string
  /** What only a reply to the command looks like. */
  readonly answered: RegExp
}

const smtp: Script = {
  asks: /^STARTTLS\r\n$/,
  command: 'NOOP\r\n',
  goodbye: 'QUIT\r\n',
  answered: /^(?!221|421)[2-5]\d\d[ -].*/m,
}

/** Protocols of lines; in the others nothing can stand behind the request. */
const scripts: Readonly<Partial<Record<StarttlsKind, Script>>> = {
  smtp,
  lmtp: smtp,
  submission: smtp,
  imap: { asks: /^\S+ STARTTLS\r\n$/, command: 'i1 NOOP\r\n', goodbye: 'i2 LOGOUT\r\n', answered: /^i1 .*/m },
  pop3: {
    asks: /^STLS\r\n$/,
    command: 'NOOP\r\n',
    goodbye: 'QUIT\r\n',
    answered: /^(\+OK|-ERR).*(?=[\s\S]*^(\+OK|-ERR))/m,
  },
  sieve: {
    asks: /^STARTTLS\r\n$/i,
    command: 'NOOP "pipelined"\r\n',
    goodbye: 'LOGOUT\r\n',
    answered: /^OK \(TAG "pipelined"\).*/m,
  },
  ftp: { asks: /^AUTH TLS\r\n$/, command: 'NOOP\r\n', goodbye: 'QUIT\r\n', answered: /^(?!221|421)[2-5]\d\d[ -].*/m },
  nntp: { asks: /^STARTTLS\r\n$/, command: 'DATE\r\n', goodbye: 'QUIT\r\n', answered: /^(?!205|400)[1-5]\d\d .*/m },
}

function inject(context: ActiveContext, script: Script, offer: Offer): Promise<VulnerabilityFact> {
  const { target, reach, patience } = context
  const { shape } = offer
  let asked = false
  const prepare = (stream: ByteStream): void =>
    stream.reframe({
      wrap: (data) => {
        if (asked || !script.asks.test(Buffer.from(data).toString('latin1'))) return data
        asked = true
        return Buffer.concat([data, Buffer.from(script.command)])
      },
      unwrap: (chunk) => chunk,
    })
  const use = async (reached: Parameters<Parameters<typeof withConnection>[3]>[0]): Promise<VulnerabilityFact> => {
    if (!reached.reached) return judgeRefusal(endingOfOutcome(reached.outcome), asked)
    if (!asked) return unclear(id, 'not-asked')
    let session: ClientSession
    try {
      session = await ClientSession.open(reached.stream, offer, reach.random)
      await session.finish()
    } catch (error) {
      return judgeEnd(endingOfError(error, shape, 'session'), isKnownToWork(context, offer))
    }
    session.channel.send(contentTypes.applicationData, Buffer.from(script.goodbye))
    return judgeReplies(await repliesOf(session, patience), script, shape)
  }
  return withConnection(target, reach, shape, use, prepare)
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

function isKnownToWork({ facts }: ActiveContext, offer: Offer): boolean {
  return facts.protocols.find(({ version }) => version === offer.versions[0])?.offered === true
}

function judgeReplies(text: string, { answered }: Script, shape: string): VulnerabilityFact {
  const reply = answered.exec(text)?.[0]
  const said = (answer: string): Evidence => ({ shape, answer, bytes: '' })
  // The code alone: words may differ from one time to the next.
  if (reply !== undefined)
    return vulnerable(id, said(`pipelined command answered under TLS: ${reply.slice(0, 3).trim()}`))
  if (text === '') return unclear(id, 'timed-out', said('no reply under TLS'))
  return notVulnerable(id, said('pipelined command not answered under TLS'))
}

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
