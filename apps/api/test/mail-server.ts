import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { until } from './harness.ts'

export interface Received {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The first address in the text. */
  readonly link: string
}

export interface MailServer {
  readonly url: string
  readonly letters: Received[]
  /** The next letter to a person that was not taken yet. */
  readonly next: (to: string) => Promise<Received>
  /** How many of the coming letters are put off, as a busy server does. */
  busy: number
  readonly close: () => Promise<void>
}

/** A real SMTP server that asks for a name and password, and keeps what it gets. */
export async function startMailServer(): Promise<MailServer> {
  const letters: Received[] = []
  const taken = new Set<Received>()
  const self = { busy: 0 }
  const server = new SMTPServer({
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) =>
      username === 'sundown' && password === 'p@ss' ? done(null, { user: username }) : done(new Error('who?')),
    onMailFrom: (_, __, done) => {
      self.busy -= 1
      done(self.busy >= 0 ? Object.assign(new Error('busy'), { responseCode: 451 }) : null)
    },
    onData: async (stream, { envelope }, done) => {
      letters.push(received(await text(stream), envelope.rcptTo[0]?.address ?? ''))
      done()
    },
  })
  server.on('error', () => {})
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()))
  const { port } = server.server.address() as AddressInfo
  return Object.assign(self, {
    url: `smtp://sundown:p%40ss@127.0.0.1:${port}`,
    letters,
    next: async (to: string) => {
      const found = await until(async () => letters.find((one) => one.to === to && !taken.has(one)) ?? null, 20)
      taken.add(found)
      return found
    },
    close: () => new Promise<void>((closed) => server.close(closed)),
  })
}

function received(raw: string, to: string): Received {
  const [head = '', ...rest] = raw.replaceAll('\r\n', '\n').split('\n\n')
  const body = rest.join('\n\n')
  const plain = /^content-transfer-encoding: quoted-printable/im.test(head)
    ? decodeQuoted(body)
    : /^content-transfer-encoding: base64/im.test(head)
      ? Buffer.from(body, 'base64').toString()
      : body
  const subject = /^subject: (.+(?:\n .+)*)/im.exec(head)?.[1]?.replaceAll('\n', '') ?? ''
  return { to, subject, text: plain, link: /https?:\/\/\S+/.exec(plain)?.[0] ?? '' }
}

/** Quoted-printable (RFC 2045 section 6.7) of UTF-8. */
function decodeQuoted(body: string): string {
  const bytes = body
    .replaceAll('=\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
