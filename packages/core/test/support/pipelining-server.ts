/** Line protocols with STARTTLS that keep, drop, refuse or answer at once what stands in the same packet behind it. */
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { createSecureContext, TLSSocket } from 'node:tls'
import type { StarttlsKind } from '../../src/target.ts'

/** `keeps` is the flaw of CVE-2011-0411; all others are right, each in its own way. */
export type Treatment = 'keeps' | 'drops' | 'refuses' | 'answers in clear'

export interface PipeliningServer {
  readonly port: number
  readonly close: () => Promise<void>
}

export type LineProtocol = Extract<StarttlsKind, 'smtp' | 'imap' | 'pop3' | 'ftp' | 'sieve' | 'nntp' | 'lmtp'>

export async function startPipeliningServer(
  protocol: LineProtocol,
  treatment: Treatment,
  pair: { readonly cert: string; readonly key: string; readonly minVersion?: 'TLSv1.3' },
): Promise<PipeliningServer> {
  const secureContext = createSecureContext(pair)
  const { greeting, starttls, answer, afterTls } = protocols[protocol]
  const talk = (socket: Socket, pending: string, secure: boolean): void => {
    let waiting = pending
    const serve = (): void => {
      for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
        const line = waiting.slice(0, end)
        waiting = waiting.slice(end + 2)
        if (secure || !starttls.asked.test(line)) {
          socket.write(answer(line))
          if (/QUIT|LOGOUT/.test(line)) socket.end()
          continue
        }
        if (waiting !== '' && treatment === 'refuses') return void socket.end(starttls.refusal(line))
        socket.write(starttls.permission(line))
        if (waiting !== '' && treatment === 'answers in clear') socket.write(answer(waiting.trimEnd()))
        socket.off('data', onData)
        const kept = treatment === 'keeps' ? waiting : ''
        const upgraded = new TLSSocket(socket, { isServer: true, secureContext })
        upgraded.on('error', () => socket.destroy())
        upgraded.once('secure', () => {
          if (afterTls !== '') upgraded.write(afterTls)
          talk(upgraded, kept, true)
        })
        return
      }
    }
    const onData = (chunk: Buffer): void => {
      waiting += chunk.toString('latin1')
      serve()
    }
    socket.on('data', onData)
    serve()
  }
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.write(greeting)
    talk(socket, '', false)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  }
}

interface Protocol {
  readonly greeting: string
  readonly starttls: {
    readonly asked: RegExp
    readonly permission: (line: string) => string
    readonly refusal: (line: string) => string
  }
  readonly answer: (line: string) => string
  /** What the protocol has the server say on its own under TLS. */
  readonly afterTls: string
}

const tagOf = (line: string): string => line.split(' ')[0] ?? ''
const coded = (yes: number, bye: number) => (line: string) =>
  /^QUIT/.test(line) ? `${bye} bye\r\n` : `${yes} fine\r\n`

const smtp: Protocol = {
  greeting: '220 mail.example ESMTP\r\n',
  starttls: { asked: /^STARTTLS$/, permission: () => '220 go\r\n', refusal: () => '554 too early\r\n' },
  answer: (line) => (/^[EL]HLO/.test(line) ? '250-mail.example\r\n250 STARTTLS\r\n' : coded(250, 221)(line)),
  afterTls: '',
}
const sieveAbilities = '"IMPLEMENTATION" "test"\r\n"SIEVE" "fileinto"\r\n"STARTTLS"\r\n"VERSION" "1.0"\r\nOK\r\n'

const protocols: Readonly<Record<LineProtocol, Protocol>> = {
  smtp,
  lmtp: smtp,
  imap: {
    greeting: '* OK ready\r\n',
    starttls: {
      asked: / STARTTLS$/,
      permission: (line) => `${tagOf(line)} OK go\r\n`,
      refusal: (line) => `${tagOf(line)} BAD too early\r\n`,
    },
    answer: (line) =>
      `${/CAPABILITY/.test(line) ? '* CAPABILITY IMAP4rev1 STARTTLS\r\n' : ''}${tagOf(line)} OK fine\r\n`,
    afterTls: '',
  },
  pop3: {
    greeting: '+OK ready\r\n',
    starttls: { asked: /^STLS$/, permission: () => '+OK go\r\n', refusal: () => '-ERR too early\r\n' },
    answer: (line) => (line === 'CAPA' ? '+OK\r\nSTLS\r\n.\r\n' : line === 'NOOP' ? '-ERR sign in\r\n' : '+OK bye\r\n'),
    afterTls: '',
  },
  ftp: {
    greeting: '220 ready\r\n',
    starttls: { asked: /^AUTH TLS$/, permission: () => '234 go\r\n', refusal: () => '503 too early\r\n' },
    answer: (line) => (line === 'FEAT' ? '211-Features:\r\n AUTH TLS\r\n211 End\r\n' : coded(200, 221)(line)),
    afterTls: '',
  },
  sieve: {
    greeting: sieveAbilities,
    starttls: { asked: /^STARTTLS$/i, permission: () => 'OK\r\n', refusal: () => 'NO "too early"\r\n' },
    answer: (line) => (/^NOOP/.test(line) ? `OK (TAG ${line.slice(5)}) "done"\r\n` : 'OK "bye"\r\n'),
    afterTls: sieveAbilities,
  },
  nntp: {
    greeting: '200 ready\r\n',
    starttls: { asked: /^STARTTLS$/, permission: () => '382 go\r\n', refusal: () => '502 too early\r\n' },
    answer: (line) => {
      if (line === 'CAPABILITIES') return '101 list\r\nVERSION 2\r\nSTARTTLS\r\n.\r\n'
      return line === 'DATE' ? '111 20260101000000\r\n' : '205 bye\r\n'
    },
    afterTls: '',
  },
}
