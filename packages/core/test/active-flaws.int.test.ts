import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type ActiveContext, activeChecks, runActiveChecks } from '../src/active/index.ts'
import type { VulnerabilityFact, VulnerabilityId } from '../src/facts.ts'
import { activeContext, loopbackReach, loopbackTarget } from './support/active-context.ts'
import { buildFacts } from './support/build-facts.ts'
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

async function start(
  change: { flaw?: Flaw; version?: number; suite?: number; soundSuites?: readonly number[] } = {},
): Promise<FlawedServer> {
  server = await startFlawedServer({ certificate: made.der, keyPem: made.keyPem, ...change })
  return server
}

async function ask(id: VulnerabilityId, port: number, change: Partial<ActiveContext> = {}): Promise<VulnerabilityFact> {
  const check = activeChecks.find(({ answers }) => answers.vulnerabilities.includes(id))
  const result = await check?.run(activeContext(port, change))
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

const cbcOnly = new Set<VulnerabilityId>(['poodle-tls', 'zombie-poodle', 'goldendoodle', 'zero-length-padding'])
const tlsOnly = new Set<VulnerabilityId>([...cbcOnly, 'heartbleed', 'ticketbleed'])

describe.each([
  ['TLS 1.2', 0x0303, 0x002f],
  ['TLS 1.0', 0x0301, 0x0035],
  ['SSL 3.0', 0x0300, 0x002f],
  ['an export suite', 0x0301, 0x0003],
] as const)('over %s', (name, version, suite) => {
  // Of SSL 3.0 there are no extensions and no padding that means anything; ROBOT needs more than an export suite.
  const asked = byFlaw.filter(([, id]) => {
    if (name === 'SSL 3.0') return !tlsOnly.has(id)
    return name !== 'an export suite' || !(cbcOnly.has(id) || id === 'robot')
  })

  it.each(asked)('a server with %s is seen to be vulnerable to %s', async (flaw, id, answer) => {
    const { port } = await start({ flaw, version, suite })
    const fact = await ask(id, port)
    expect(fact).toMatchObject({ id, state: 'vulnerable', reason: null })
    expect(fact.evidence[0]?.answer).toBe(answer)
  })

  it.each(asked.map(([, id]) => id).filter((id, at, all) => all.indexOf(id) === at))(
    'a server without flaws is seen not to be vulnerable to %s',
    async (id) => {
      const { port } = await start({ version, suite })
      expect(await ask(id, port)).toMatchObject({ id, state: 'not-vulnerable', reason: null })
    },
  )
})

describe('a flaw in one kind of suite alone', () => {
  const facts = buildFacts({ versions: { 'TLSv1.2': ['ECDHE_RSA_AES_256_GCM'] } })
  const known = (...ids: readonly number[]): Partial<ActiveContext> => ({
    facts: {
      protocols: facts.protocols.map((fact) =>
        fact.version === 'TLSv1.2' ? { ...fact, cipherSuites: ids.map((id) => ({ id, name: '' })) } : fact,
      ),
    },
  })

  it.each([
    ['goldendoodle', 0x000a, [0x002f, 0x003c], 'tls12-cbc-3des-sha1-malformed'],
    ['poodle-tls', 0x003d, [0x0035, 0x000a], 'tls12-cbc-aes-sha256-bad-padding'],
    ['robot', 0x009c, [0x002f], 'tls12-rsa-blocks-aead-whole'],
  ] as const)('%s is found though better suites stand in front', async (id, suite, soundSuites, shape) => {
    const flaw = id === 'robot' ? 'robot-weak' : id
    const { port } = await start({ flaw, suite, soundSuites })
    const fact = await ask(id, port, known(...soundSuites, suite))
    expect(fact.state).toBe('vulnerable')
    expect(fact.evidence[0]?.shape).toBe(shape)
  })

  it('a server without flaws is asked once for each kind, and each is evidence', async () => {
    const { port } = await start({ suite: 0x002f, soundSuites: [0x000a, 0x003c] })
    const reach = loopbackReach()
    const fact = await ask('zombie-poodle', port, { reach, ...known(0x002f, 0x000a, 0x003c) })
    expect(fact.state).toBe('not-vulnerable')
    expect(fact.evidence.map(({ shape }) => shape)).toEqual(
      ['aes-sha1', '3des-sha1', 'aes-sha256'].map((kind) => `tls12-cbc-${kind}-malformed`),
    )
    expect(reach.budget.used).toBe(3 * 8)
  })
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
