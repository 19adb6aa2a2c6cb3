import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { activeChecks, runActiveChecks } from '../src/active/index.ts'
import type { VulnerabilityFact, VulnerabilityId } from '../src/facts.ts'
import { activeContext, loopbackReach, loopbackTarget } from './support/active-context.ts'
import { type Made, make } from './support/certificates.ts'
import { type Flaw, type FlawedServer, startFlawedServer } from './support/flawed-server.ts'

let made: Made
let server: FlawedServer | undefined
beforeAll(async () => {
  made = await make({ subject: 'CN=flawed.example', key: 'rsa' })
})
afterEach(async () => {
  await server?.close()
  server = undefined
})

async function start(change: { flaw?: Flaw; version?: number; suite?: number } = {}): Promise<FlawedServer> {
  server = await startFlawedServer({ certificate: made.der, keyPem: made.keyPem, ...change })
  return server
}

async function ask(id: VulnerabilityId, port: number): Promise<VulnerabilityFact> {
  const check = activeChecks.find(({ answers }) => answers.vulnerabilities.includes(id))
  const result = await check?.run(activeContext(port))
  const fact = result?.vulnerabilities.find((each) => each.id === id)
  if (fact === undefined) throw new Error(`nothing said about ${id}`)
  return fact
}

const byFlaw: readonly (readonly [Flaw, VulnerabilityId, string])[] = [
  ['heartbleed', 'heartbleed', 'heartbeat response with memory that was not sent'],
  ['ccs-injection', 'ccs-injection', 'alert fatal bad_record_mac'],
  ['robot-strong', 'robot', 'strong oracle: correct: alert fatal bad_record_mac'],
  ['robot-weak', 'robot', 'weak oracle: correct: alert fatal bad_record_mac'],
  ['robot-short', 'robot', 'weak oracle: correct: silent'],
  ['ticketbleed', 'ticketbleed', 'ServerHello with a session id of 32 bytes'],
  ['poodle-tls', 'poodle-tls', 'Finished with wrong padding accepted'],
  [
    'zombie-poodle',
    'zombie-poodle',
    'bad-padding: alert fatal internal_error; bad-mac-bad-padding: alert fatal bad_record_mac',
  ],
  [
    'goldendoodle',
    'goldendoodle',
    'bad-mac: alert fatal bad_record_mac; bad-mac-bad-padding: alert fatal decryption_failed',
  ],
  [
    'zero-length-padding',
    'zero-length-padding',
    'empty-bad-mac: closed; empty-bad-mac-bad-padding: alert fatal bad_record_mac',
  ],
  ['crime', 'crime', 'ServerHello with compression method 1'],
  ['insecure-renegotiation', 'insecure-renegotiation', 'ServerHello'],
]

describe.each([
  ['TLS 1.2', 0x0303, 0x002f],
  ['TLS 1.0', 0x0301, 0x0035],
] as const)('over %s', (_name, version, suite) => {
  it.each(byFlaw)('a server with %s is seen to be vulnerable to %s', async (flaw, id, answer) => {
    const { port } = await start({ flaw, version, suite })
    const fact = await ask(id, port)
    expect(fact).toMatchObject({ id, state: 'vulnerable', reason: null })
    expect(fact.evidence[0]?.answer).toBe(answer)
  })

  it.each(byFlaw.map(([, id]) => id).filter((id, at, all) => all.indexOf(id) === at))(
    'a server without flaws is seen not to be vulnerable to %s',
    async (id) => {
      const { port } = await start({ version, suite })
      expect(await ask(id, port)).toMatchObject({ id, state: 'not-vulnerable', reason: null })
    },
  )
})

it('reactions that differ from one time to the next are noise, and not an oracle', async () => {
  const { port } = await start({ flaw: 'noise' })
  expect(await ask('robot', port)).toMatchObject({ state: 'unknown', reason: 'inconsistent' })
})

it('a server that speaks only static RSA with AEAD is not asked for padding', async () => {
  const { port } = await start({ suite: 0x009c })
  const fact = await ask('goldendoodle', port)
  expect(fact).toMatchObject({ state: 'not-vulnerable' })
  expect(fact.evidence[0]?.answer).toBe('alert fatal handshake_failure')
})

describe('permission', () => {
  const known = activeContext(0).facts

  it('without it no check sends a byte, and everything is unknown for that reason', async () => {
    const { port, heard } = await start({ flaw: 'heartbleed' })
    const reach = loopbackReach()
    const result = await runActiveChecks(loopbackTarget(port), reach, known, { allowActive: false })
    expect(reach.budget.used).toBe(0)
    expect(heard).toEqual([])
    const needing = activeChecks.filter(({ needs }) => needs === 'permission')
    for (const id of needing.flatMap(({ answers }) => answers.vulnerabilities)) {
      const fact = result.vulnerabilities.find((each) => each.id === id)
      const reason = id === 'starttls-injection' ? 'not-applicable' : 'needs-permission'
      expect(fact).toEqual({ id, state: 'unknown', reason, evidence: [] })
    }
    expect(result.features['client-renegotiation']).toEqual({ value: null, reason: 'needs-permission', evidence: [] })
  })

  it('without it the ordinary checks send what any client sends: handshakes and a goodbye', async () => {
    const { port, heard } = await start({ flaw: 'heartbleed' })
    const options = { allowActive: false, ordinary: true, patience: 400 }
    const result = await runActiveChecks(loopbackTarget(port), loopbackReach(), known, options)
    expect(result.features.resumption?.value).toBe(true)
    expect(result.vulnerabilities.find(({ id }) => id === 'crime')?.state).toBe('not-vulnerable')
    expect(result.vulnerabilities.find(({ id }) => id === 'heartbleed')?.reason).toBe('needs-permission')
    expect(new Set(heard)).toEqual(new Set([22, 21]))
  })

  it('with it every vulnerability and feature has an answer, within the connections that the checks declare', async () => {
    const { port } = await start({ flaw: 'goldendoodle' })
    const reach = loopbackReach()
    const result = await runActiveChecks(loopbackTarget(port), reach, known, { allowActive: true, patience: 400 })
    const open = result.vulnerabilities.filter(({ state }) => state === 'unknown').map(({ id }) => id)
    expect(open).toEqual(['starttls-injection'])
    expect(result.vulnerabilities.filter(({ state }) => state === 'vulnerable').map(({ id }) => id)).toEqual([
      'goldendoodle',
      'zero-length-padding',
    ])
    expect(reach.budget.used).toBeLessThanOrEqual(activeChecks.reduce((sum, { connections }) => sum + connections, 0))
  })
})
