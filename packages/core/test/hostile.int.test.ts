import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Facts, ObservationStatus } from '../src/facts.ts'
import { observationStatuses, unknownReasons } from '../src/facts.ts'
import type { StarttlsKind } from '../src/target.ts'
import type { HostileKind } from './support/hostile-servers.ts'
import { behaviours, startHostile } from './support/hostile-servers.ts'
import type { MeasureRequest } from './support/measure-scan.ts'

const connectionTimeout = 400
const targetTimeout = 3000
/** The limit on what a peer may make the prober hold. */
const maxBytes = 8 * 1_048_576

interface Measured {
  readonly facts: Facts
  readonly milliseconds: number
  readonly bytes: number
}
const table: string[] = []
let child: ChildProcess

beforeAll(async () => {
  const script = fileURLToPath(new URL('support/measure-scan.ts', import.meta.url))
  child = fork(script, { execArgv: ['--expose-gc'] })
  await once(child, 'message')
})
afterAll(() => {
  child.kill()
  process.stdout.write(`${table.join('\n')}\n`)
})

describe.each(Object.keys(behaviours) as HostileKind[])('a peer that %s', (kind) => {
  test('costs its budget at most and ends in an answer of the closed list', async () => {
    const server = await startHostile(kind)
    const { facts, milliseconds, bytes } = await measure(server.port).finally(server.stop)
    const said = facts.protocols.map(({ offered, reason }) => reason ?? offered).join(' ')
    table.push(
      `${kind}: ${facts.status} ${facts.reason ?? '-'}, ${Math.round(milliseconds)} ms, ${(bytes / 1024).toFixed(0)} KiB; ${said}`,
    )
    expect(observationStatuses).toContain(facts.status)
    const status = plainStatus.get(kind)
    if (status) {
      expect(facts.status).toBe(status)
      expect(facts.protocols.map(({ offered }) => offered)).toEqual([null, null, null, null, null, null])
    }
    for (const { offered, reason } of facts.protocols) {
      // The others never choose anything that was offered.
      if (offered === null) expect(unknownReasons).toContain(reason)
      else expect(offered && !completesAHello.has(kind)).toBe(false)
    }
    const tls12 = facts.protocols.find(({ version }) => version === 'TLSv1.2')
    if (tellsNothing.has(kind)) expect(tls12?.offered).toBeNull()
    if (tellsNothingAtAll.has(kind)) expect(facts.protocols.map(({ offered }) => offered)).not.toContain(false)
    // One connection may begin just before the target's time is up.
    expect(milliseconds).toBeLessThan(targetTimeout + connectionTimeout + 1500)
    expect(bytes).toBeLessThan(maxBytes)
  }, 30_000)
})

test.each<StarttlsKind>(['smtp', 'imap', 'xmpp', 'ldap', 'mysql', 'mssql', 'irc', 'ftp', 'sieve'])(
  'a flood before %s can upgrade ends within the budget',
  async (starttls) => {
    const server = await startHostile('floods with bytes that are no records')
    const { facts, milliseconds, bytes } = await measure(server.port, starttls).finally(server.stop)
    expect(facts.protocols.map(({ offered }) => offered)).not.toContain(true)
    expect(milliseconds).toBeLessThan(targetTimeout + connectionTimeout + 1500)
    expect(bytes).toBeLessThan(maxBytes)
  },
  30_000,
)

/** Where the status is beyond doubt, and no version may be called off. */
const plainStatus = new Map<HostileKind, ObservationStatus>([
  ['says nothing', 'TIMED_OUT'],
  ['drips a record byte by byte', 'TIMED_OUT'],
  ['speaks HTTP', 'NOT_TLS'],
  ['speaks SSH first', 'NOT_TLS'],
  ['floods with bytes that are no records', 'NOT_TLS'],
])

/** They speak TLS of a kind, and yet neither accept nor refuse anything. */
const tellsNothing = new Set<HostileKind>([
  'floods with warning alerts',
  'floods with empty records',
  'floods with change cipher specs',
  'picks a suite that was not offered',
  'lies about the length inside',
  'claims more than it sends',
])

/** Nor to the hello of SSL 2.0, to which words of any other protocol would be a "no". */
const tellsNothingAtAll = new Set<HostileKind>([
  'floods with warning alerts',
  'floods with empty records',
  'floods with change cipher specs',
  'sends an unknown alert',
  'says that it is in trouble',
])

/** They do choose an offered version and suite, and only then misbehave. */
const completesAHello = new Set<HostileKind>([
  'sends a certificate of 16 MB',
  'sends a thousand certificates',
  'asks to retry for ever',
])

async function measure(port: number, starttls: StarttlsKind | null = null): Promise<Measured> {
  const request: MeasureRequest = { port, starttls, connectionTimeout, targetTimeout }
  const answer = once(child, 'message', { signal: AbortSignal.timeout(25_000) })
  child.send(request)
  return (await answer)[0] as Measured
}
