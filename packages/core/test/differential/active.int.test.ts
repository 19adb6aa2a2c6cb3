/** What is asked by behaviour, asked of real servers: none of today's has the flaws, and their switches are seen. */
import { existsSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ActiveCheck, CheckResult } from '../../src/active/check.ts'
import { type ActiveContext, activeChecks } from '../../src/active/index.ts'
import type { Facts, VulnerabilityId } from '../../src/facts.ts'
import { createAddressGuard } from '../../src/net/address-guard.ts'
import { scanTarget } from '../../src/scan.ts'
import type { StarttlsKind } from '../../src/target.ts'
import { activeContext, loopbackTarget, nothingKnown } from '../support/active-context.ts'
import { freePorts } from '../support/free-ports.ts'
import type { Configuration } from './configuration.ts'
import { type Daemon, findProgram, startDaemon } from './daemon.ts'
import { makePlace, missing, type Place } from './stack.ts'
import { stacks } from './stacks/index.ts'

const hasAesInstructions = existsSync('/proc/cpuinfo') && /^flags.*\baes\b/m.test(readFileSync('/proc/cpuinfo', 'utf8'))

const provoked: readonly VulnerabilityId[] = [
  'heartbleed',
  'ccs-injection',
  'robot',
  'ticketbleed',
  'poodle-tls',
  'zombie-poodle',
  'goldendoodle',
  'zero-length-padding',
  'crime',
  'insecure-renegotiation',
]

let place: Place
let daemons: readonly Daemon[] = []
beforeAll(async () => {
  place = await makePlace()
})
afterEach(async () => {
  await Promise.all(daemons.map(({ stop }) => stop()))
  daemons = []
})
afterAll(() => rm(place.dir, { recursive: true, force: true }))

async function observe(port: number, starttls: StarttlsKind | null = null): Promise<Facts> {
  const target = { host: '127.0.0.1', port, serverName: 'server.example', starttls }
  const guard = createAddressGuard({ allow: ['127.0.0.0/8'] })
  const [observation] = await scanTarget(target, { depth: 'full', guard, allowActive: true })
  if (observation === undefined) throw new Error('no observation')
  return observation.facts
}

function stateOf({ vulnerabilities }: Facts, id: VulnerabilityId): string | undefined {
  return vulnerabilities.find((fact) => fact.id === id)?.state
}

/** The configuration that gives the questions most to work on: static RSA and CBC, where the stack has it. */
function mostTelling(configurations: readonly Configuration[]): Configuration {
  const suits = ({ versions, suites }: Configuration) =>
    versions.some((version) => version !== 'TLSv1.3') && suites.some((name) => /^TLS_RSA_WITH_AES.*CBC/.test(name))
  const found = configurations.find(suits) ?? configurations[0]
  if (found === undefined) throw new Error('a stack without configurations')
  return found
}

/** Servers that leave an idle session open, so that every question has its answer. */
const patient = ['node:tls', 'openssl s_server', 'nginx', 'Apache', 'gnutls-serv', 'NSS selfserv', 'Botan', 'postfix']

describe.each(stacks.filter(({ name }) => patient.includes(name)))('$name', (stack) => {
  it.skipIf(missing(stack) !== null)(
    'is seen to have none of the flaws',
    async () => {
      const port = await freePorts(1)
      const chosen = { ...mostTelling(stack.configurations), port }
      daemons = await stack.start([chosen], place)
      const facts = await observe(port, chosen.starttls)
      const states = Object.fromEntries(provoked.map((id) => [id, stateOf(facts, id)]))
      expect(states).toEqual(Object.fromEntries(provoked.map((id) => [id, 'not-vulnerable'])))
      expect(stateOf(facts, 'starttls-injection')).toBe(chosen.starttls === null ? 'unknown' : 'not-vulnerable')
      expect(facts.features['client-renegotiation']?.reason).toBeNull()
      expect(facts.features.resumption?.reason).toBeNull()
    },
    60_000,
  )
})

describe.each(stacks.filter(({ name }) => ['stunnel', 'hitch'].includes(name)))('$name', (stack) => {
  it.skipIf(missing(stack) !== null)(
    'hangs up on its own, which is no answer',
    async () => {
      const port = await freePorts(1)
      const chosen = { ...mostTelling(stack.configurations), port }
      daemons = await stack.start([chosen], place)
      const { vulnerabilities } = await observe(port)
      const found = vulnerabilities.filter(({ id, state }) => provoked.includes(id) && state !== 'not-vulnerable')
      const uncertain = ['zombie-poodle', 'goldendoodle', 'zero-length-padding', 'insecure-renegotiation']
      expect(found.map(({ id, state }) => `${id} ${state}`)).toEqual(uncertain.map((id) => `${id} unknown`))
    },
    60_000,
  )
})

/** One question alone, for servers that take one connection at a time. */
async function ask(id: ActiveCheck['id'], port: number, change: Partial<ActiveContext> = {}): Promise<CheckResult> {
  const check = activeChecks.find((each) => each.id === id)
  if (check === undefined) throw new Error(`no check ${id}`)
  return check.run(activeContext(port, change))
}

describe.each([
  ['slapd', 'not-vulnerable'],
  ['Prosody', 'not-vulnerable'],
  ['PostgreSQL', 'not-vulnerable'],
  ['INN', 'not-vulnerable'],
  // Of Debian 12: what stands behind STARTTLS in the same packet is read after the handshake.
  ['InspIRCd', 'vulnerable'],
  ['xrdp', 'unknown'],
  ['MariaDB', 'unknown'],
] as const)('what stands behind the request for TLS, before %s', (name, state) => {
  const stack = stacks.find((each) => each.name === name)
  it.skipIf(stack === undefined || missing(stack) !== null)(`makes it ${state}`, async () => {
    const chosen = stack?.configurations.find(({ starttls }) => starttls !== null)
    if (stack === undefined || chosen === undefined || chosen.starttls === null) throw new Error(`no ${name}`)
    const port = await freePorts(1)
    daemons = await stack.start([{ ...chosen, port }], place)
    const facts = {
      protocols: nothingKnown.protocols.map((fact) => ({ ...fact, offered: chosen.versions.includes(fact.version) })),
    }
    const target = { ...loopbackTarget(port, chosen.starttls), serverName: 'server.example' }
    const [fact] = (await ask('starttls-injection', port, { target, facts, patience: 1_000 })).vulnerabilities
    expect(fact?.state).toBe(state)
    if (state === 'unknown') expect(fact?.reason).toBe('not-applicable')
  })
})

describe.skipIf(findProgram('openssl') === null)('the switches of openssl s_server', () => {
  async function serve(...switches: readonly string[]): Promise<number> {
    const port = await freePorts(1)
    const args = ['s_server', '-accept', `127.0.0.1:${port}`, '-cert', place.rsa.cert, '-key', place.rsa.key, '-quiet']
    daemons = [...daemons, await startDaemon({ command: 'openssl', args: [...args, ...switches], ports: [port] })]
    return port
  }

  it('a server that renegotiates without RFC 5746 is vulnerable', async () => {
    const port = await serve('-no_tls1_3', '-client_renegotiation', '-legacy_renegotiation')
    expect((await ask('insecure-renegotiation', port)).vulnerabilities[0]?.state).toBe('vulnerable')
    expect((await ask('client-renegotiation', port)).features['client-renegotiation']?.value).toBe(true)
    expect((await ask('secure-renegotiation', port)).features['secure-renegotiation']?.value).toBe(true)
  })

  it('a server that lets clients renegotiate by RFC 5746 is not vulnerable, and is seen to', async () => {
    const port = await serve('-no_tls1_3', '-client_renegotiation')
    expect((await ask('insecure-renegotiation', port)).vulnerabilities[0]?.state).toBe('not-vulnerable')
    expect((await ask('client-renegotiation', port)).features['client-renegotiation']?.value).toBe(true)
  })

  it('early data is seen where it is on, and only there', async () => {
    const on = await ask('resumption', await serve('-early_data', '-max_early_data', '1024'))
    expect(on.features['early-data']?.value).toBe(true)
    const off = await ask('resumption', await serve())
    expect(off.features['early-data']).toMatchObject({ value: false, reason: null })
  })

  it('resumption is seen to be off where it is off', async () => {
    const { features } = await ask('resumption', await serve('-no_cache', '-no_ticket', '-no_tls1_3'))
    expect(features.resumption).toMatchObject({ value: false, reason: null })
  })

  it('resumption by id is seen where tickets are off', async () => {
    const { features } = await ask('resumption', await serve('-no_ticket', '-no_tls1_3'))
    expect(features.resumption?.evidence[0]?.answer).toBe('resumed by id')
    expect(features['resumption-by-id']?.value).toBe(true)
    expect(features['resumption-by-ticket']).toMatchObject({ value: false, reason: null })
  })

  it('resumption by ticket is told from resumption by id', async () => {
    const { features } = await ask('resumption', await serve('-no_cache', '-no_tls1_3'))
    expect(features['resumption-by-ticket']?.value).toBe(true)
    expect(features['resumption-by-id']).toMatchObject({ value: false, reason: null })
  })

  it('a server with nothing but a shared secret is asked what its first flight tells', async () => {
    const psk = ['-nocert', '-psk', '0123', '-tls1_2', '-cipher', 'PSK:@SECLEVEL=0']
    const port = await freePorts(1)
    const args = ['s_server', '-accept', `127.0.0.1:${port}`, '-quiet', ...psk]
    daemons = [await startDaemon({ command: 'openssl', args, ports: [port] })]
    const { protocols } = await observe(port)
    const suites = protocols.find(({ version }) => version === 'TLSv1.2')?.cipherSuites ?? []
    expect(suites.length).toBeGreaterThan(10)
    expect(suites.every(({ name }) => name.includes('PSK'))).toBe(true)
    const facts = { protocols }
    for (const id of ['ccs-injection', 'compression', 'heartbleed'] as const) {
      expect((await ask(id, port, { facts })).vulnerabilities[0]?.state).toBe('not-vulnerable')
    }
    const [renegotiation] = (await ask('insecure-renegotiation', port, { facts })).vulnerabilities
    expect(renegotiation).toMatchObject({ state: 'unknown', reason: 'not-asked' })
  })
})

/** Sessions of SSL 3.0 and of export suites are gone through with where there is nothing better. */
describe.each(stacks.filter(({ name }) => name.startsWith('Node 0')))('$name', (stack) => {
  const chosenOf = (name: string): Configuration => {
    const chosen = stack.configurations.find((each) => each.name === name)
    if (chosen === undefined) throw new Error(`no ${name}`)
    return chosen
  }
  it.skipIf(missing(stack) !== null).each(['SSL 3.0 alone', 'export suites'])(
    'has its answers by %s',
    async (name) => {
      const port = await freePorts(1)
      daemons = await stack.start([{ ...chosenOf(name), port }], place)
      const facts = await observe(port)
      const states = Object.fromEntries(facts.vulnerabilities.map(({ id, state }) => [id, state]))
      expect(states).toMatchObject({ 'insecure-renegotiation': 'not-vulnerable', 'poodle-tls': 'not-vulnerable' })
      expect(facts.features['client-renegotiation']).toMatchObject({ value: true, reason: null })
      expect(facts.features['resumption-by-id']?.reason).toBeNull()
    },
    60_000,
  )

  // CVE-2016-2107 sits in AES with SHA-1 alone, and came with OpenSSL 1.0.1; nobody asks 3DES in vain.
  it.skipIf(missing(stack) !== null)(
    'tells what its AES code gives away of padding',
    async () => {
      const port = await freePorts(1)
      daemons = await stack.start([{ ...chosenOf('SSL 2.0 and all that it knows'), port }], place)
      const facts = await observe(port)
      expect(stateOf(facts, 'drown')).toBe('vulnerable')
      expect(stateOf(facts, 'goldendoodle')).toBe('not-vulnerable')
      // The code is for processors with AES instructions.
      if (!hasAesInstructions) return
      const isFlawed = stack.name === 'Node 0.10.33'
      expect(stateOf(facts, 'zero-length-padding')).toBe(isFlawed ? 'vulnerable' : 'not-vulnerable')
    },
    60_000,
  )
})

describe.skipIf(findProgram('gnutls-serv') === null)('the switches of gnutls-serv', () => {
  it('a server with unsafe renegotiation and heartbeat is told apart from one with Heartbleed', async () => {
    const port = await freePorts(1)
    const args = ['--x509certfile', place.rsa.cert, '--x509keyfile', place.rsa.key, '--echo', '--heartbeat']
    const priority = ['--port', String(port), '--priority', 'NORMAL:+VERS-TLS1.2:%UNSAFE_RENEGOTIATION']
    daemons = [await startDaemon({ command: 'gnutls-serv', args: [...args, ...priority], ports: [port] })]
    const [heartbleed] = (await ask('heartbleed', port)).vulnerabilities
    expect(heartbleed).toMatchObject({ state: 'not-vulnerable' })
    expect(heartbleed?.evidence[0]?.answer).not.toBe('ServerHello without heartbeat')
    expect((await ask('insecure-renegotiation', port)).vulnerabilities[0]?.state).toBe('vulnerable')
  })
})
