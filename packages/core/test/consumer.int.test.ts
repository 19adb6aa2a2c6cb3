import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:tls'
import { createAddressGuard } from '@sundown/core/guard'
import { judge } from '@sundown/core/judge'
import { defaultPolicy } from '@sundown/core/policy'
import { makeReport, toText } from '@sundown/core/report'
import { type ScanEvent, scan, scanTarget } from '@sundown/core/scan'
import { parseTarget } from '@sundown/core/target'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { make } from './support/certificates.ts'

let server: Server

beforeAll(async () => {
  const { keyPem: key, pem: cert } = await make({ subject: 'CN=localhost', dns: ['localhost'] })
  server = createServer({ key, cert }, (socket) => socket.end()).on('tlsClientError', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const guard = createAddressGuard({ allow: ['127.0.0.0/8', '::1/128'] })

function targetOf(text: string) {
  const parsed = parseTarget(text)
  if (!parsed.ok) throw new Error(parsed.code)
  return parsed.target
}
const port = () => (server.address() as AddressInfo).port

describe('the library, as its packages export it', () => {
  test('leads from a typed-in address to a judged report', async () => {
    const target = targetOf(`https://127.0.0.1:${port()}/path`)
    const [observation] = await scanTarget(target, { depth: 'quick', guard })
    if (observation === undefined) throw new Error('no observation')
    const { facts, cost } = observation
    const judgement = judge(facts, { role: 'internal', policy: defaultPolicy, now: new Date(), host: target.host })
    const report = makeReport({ target: observation.target, facts, cost, judgement })
    expect(report).toMatchObject({ schema: 'sundown.report/1', status: 'OBSERVED', target: { address: '127.0.0.1' } })
    expect(toText(report)).toContain('TLSv1.3')
  })

  test('tells what it does while it does it, and ends with one observation an address', async () => {
    const events: ScanEvent[] = []
    for await (const event of scan(targetOf(`127.0.0.1:${port()}`), { depth: 'full', guard })) events.push(event)
    const stages = events.flatMap((event) => (event.type === 'stage' ? [event.stage] : []))
    expect(stages).toEqual(['RESOLVING', 'CONNECTING', 'VERSIONS', 'CIPHER_SUITES', 'CERTIFICATES', 'FEATURES'])
    const progress = events.flatMap((event) => (event.type === 'stage' ? [event.progress] : []))
    expect(progress).toEqual(progress.toSorted((a, b) => a - b))
    expect(events.filter(({ type }) => type === 'observation').length).toBe(1)
    expect(events.at(-1)?.type).toBe('observation')
  })

  test('looks at every address of a name, each with its own result', async () => {
    const observations = await scanTarget(targetOf(`localhost:${port()}`), { depth: 'quick', guard })
    const status = new Map(observations.map(({ target, facts }) => [target.address, facts.status]))
    expect(status.get('127.0.0.1')).toBe('OBSERVED')
    // Nothing listens on the other family.
    if (status.has('::1')) expect(status.get('::1')).toBe('REFUSED')
  })

  test('dials nothing that the guard refuses', async () => {
    const strict = createAddressGuard({ allow: [] })
    const [observation] = await scanTarget(targetOf(`127.0.0.1:${port()}`), { depth: 'quick', guard: strict })
    expect(observation).toMatchObject({ facts: { status: 'BLOCKED' }, cost: { connections: 0 } })
  })
})
