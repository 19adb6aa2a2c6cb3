import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type ActiveContext, activeChecks } from '../src/active/index.ts'
import { listen } from '../src/lab/servers.ts'
import { createSmtpServer } from '../src/lab/smtp-server.ts'
import type { StarttlsKind } from '../src/target.ts'
import { activeContext, loopbackTarget, nothingKnown } from './support/active-context.ts'
import { type Made, make } from './support/certificates.ts'
import { startMessageServer } from './support/pipelining-binary-server.ts'
import { type LineProtocol, type PipeliningServer, startPipeliningServer } from './support/pipelining-server.ts'

let made: Made
let server: PipeliningServer | undefined
beforeAll(async () => {
  made = await make({ subject: 'CN=mail.example', key: 'rsa' })
})
afterEach(async () => {
  await server?.close()
  server = undefined
})

const check = activeChecks.find(({ id }) => id === 'starttls-injection')

/** The scan has seen TLS 1.2 work; whatever fails then fails because of the command behind STARTTLS. */
const knownToWork: ActiveContext['facts'] = {
  protocols: nothingKnown.protocols.map((fact) =>
    fact.version === 'TLSv1.2' ? { ...fact, offered: true, reason: null } : { ...fact, offered: false, reason: null },
  ),
}

async function ask(port: number, starttls: StarttlsKind) {
  const context = activeContext(port, { target: loopbackTarget(port, starttls), facts: knownToWork })
  const [fact] = (await check?.run(context))?.vulnerabilities ?? []
  return { state: fact?.state, answer: fact?.evidence[0]?.answer }
}

const kinds = ['smtp', 'lmtp', 'imap', 'pop3', 'ftp', 'sieve', 'nntp'] as const
const start = async (kind: LineProtocol, treatment: Parameters<typeof startPipeliningServer>[1]) => {
  server = await startPipeliningServer(kind, treatment, { cert: made.pem, key: made.keyPem })
  return server.port
}

it.each(kinds)('a server of %s that keeps the command is vulnerable', async (kind) => {
  const { state, answer } = await ask(await start(kind, 'keeps'), kind)
  expect(answer).toMatch(/^pipelined command answered under TLS: (250|200|111|i1|-ER|OK)$/)
  expect(state).toBe('vulnerable')
})

it.each(kinds)('a server of %s that drops the command is not vulnerable', async (kind) => {
  expect(await ask(await start(kind, 'drops'), kind)).toEqual({
    state: 'not-vulnerable',
    answer: 'pipelined command not answered under TLS',
  })
})

it.each(kinds)('a server of %s that refuses it is not vulnerable', async (kind) => {
  expect((await ask(await start(kind, 'refuses'), kind)).state).toBe('not-vulnerable')
})

it.each(kinds)('a server of %s that answers in clear text is not vulnerable', async (kind) => {
  expect(await ask(await start(kind, 'answers in clear'), kind)).toEqual({ state: 'not-vulnerable', answer: 'not TLS' })
})

describe.each(['irc', 'ldap', 'postgres', 'xmpp', 'xmpp-server'] as const)('a server of %s', (kind) => {
  it.each([
    ['keeps', 'vulnerable', 'pipelined command answered under TLS'],
    ['drops', 'not-vulnerable', 'pipelined command not answered under TLS'],
  ] as const)('that %s what stands behind the request is %s', async (treatment, state, answer) => {
    server = await startMessageServer(kind, treatment, { cert: made.pem, key: made.keyPem })
    expect(await ask(server.port, kind)).toEqual({ state, answer })
  })
})

it.each(['mysql', 'rdp', 'mssql'] as const)(
  'of %s it is said why the question does not apply, and nothing is sent',
  async (kind) => {
    const context = activeContext(1, { target: loopbackTarget(1, kind), facts: knownToWork })
    const [fact] = (await check?.run(context))?.vulnerabilities ?? []
    expect(fact).toMatchObject({ state: 'unknown', reason: 'not-applicable' })
    expect(fact?.evidence[0]?.answer).toMatch(/^(MySQL|RDP|TDS): /)
    expect(context.reach.budget.used).toBe(0)
  },
)

describe('a server of TLS 1.3 alone', () => {
  const only13: ActiveContext['facts'] = {
    protocols: nothingKnown.protocols.map((fact) => ({ ...fact, offered: fact.version === 'TLSv1.3', reason: null })),
  }

  it.each([
    ['keeps', 'vulnerable'],
    ['drops', 'not-vulnerable'],
    ['refuses', 'not-vulnerable'],
    ['answers in clear', 'not-vulnerable'],
  ] as const)('that %s the command is %s', async (treatment, state) => {
    server = await startPipeliningServer('smtp', treatment, {
      cert: made.pem,
      key: made.keyPem,
      minVersion: 'TLSv1.3',
    })
    const context = activeContext(server.port, { target: loopbackTarget(server.port, 'smtp'), facts: only13 })
    expect((await check?.run(context))?.vulnerabilities[0]?.state).toBe(state)
  })
})

it('the practice mail server is not vulnerable', async () => {
  const smtp = createSmtpServer({ cert: made.pem, key: made.keyPem })
  const port = await listen(smtp, 0, '127.0.0.1')
  expect((await ask(port, 'smtp')).state).toBe('not-vulnerable')
  await new Promise((resolve) => smtp.close(resolve))
})
