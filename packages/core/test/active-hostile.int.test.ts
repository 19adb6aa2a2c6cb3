import { connect, createServer } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { describe, expect, it } from 'vitest'
import { activeChecks, runActiveChecks } from '../src/active/index.ts'
import { unknownReasons } from '../src/facts.ts'
import { listen } from '../src/lab/servers.ts'
import { loopbackReach, loopbackTarget, nothingKnown } from './support/active-context.ts'
import { make } from './support/certificates.ts'
import type { HostileKind } from './support/hostile-servers.ts'
import { behaviours, startHostile } from './support/hostile-servers.ts'

const options = { allowActive: true, patience: 50 }

describe.each(Object.keys(behaviours) as HostileKind[])('a peer that %s', (kind) => {
  it('is never said to have a flaw, and costs what the checks declare at most', async () => {
    const server = await startHostile(kind)
    const reach = { ...loopbackReach(), timeout: 300 }
    const result = await runActiveChecks(loopbackTarget(server.port), reach, nothingKnown, options)
    await server.stop()
    expect(result.vulnerabilities.filter(({ state }) => state === 'vulnerable')).toEqual([])
    for (const { state, reason } of result.vulnerabilities) {
      if (state === 'unknown') expect(unknownReasons).toContain(reason)
    }
    for (const answer of Object.values(result.features)) expect(answer?.value).not.toBe(true)
    expect(reach.budget.used).toBeLessThanOrEqual(activeChecks.reduce((sum, { connections }) => sum + connections, 0))
    expect(reach.live.size).toBe(0)
  })
})

describe('a network that is in the way', () => {
  /** A real server behind something that lets the hello pass, and does `harm` to all that the client says after it. */
  async function behind(harm: 'resets' | 'swallows') {
    const made = await make({ subject: 'CN=server.example', key: 'rsa' })
    const real = createTlsServer(
      { cert: made.pem, key: made.keyPem, maxVersion: 'TLSv1.2', ciphers: 'ALL:@SECLEVEL=0' },
      (socket) => socket.on('error', () => {}),
    )
    real.on('tlsClientError', (_error, socket) => socket.destroy())
    const realPort = await listen(real, 0, '127.0.0.1')
    const front = createServer((socket) => {
      const back = connect(realPort, '127.0.0.1')
      let isHello = true
      back.on('error', () => {})
      socket.on('error', () => {})
      back.pipe(socket)
      socket.on('close', () => back.destroy())
      socket.on('data', (chunk) => {
        if (isHello) back.write(chunk)
        else if (harm === 'resets') socket.resetAndDestroy()
        isHello = false
      })
    })
    const port = await listen(front, 0, '127.0.0.1')
    return { port, stop: () => Promise.all([front, real].map((server) => new Promise((done) => server.close(done)))) }
  }

  it.each(['resets', 'swallows'] as const)('that %s everything after the hello proves nothing', async (harm) => {
    const { port, stop } = await behind(harm)
    const reach = { ...loopbackReach(), timeout: 1_000 }
    const result = await runActiveChecks(loopbackTarget(port), reach, nothingKnown, options)
    await stop()
    const asked = ['ccs-injection', 'robot', 'poodle-tls', 'zombie-poodle', 'insecure-renegotiation']
    const states = result.vulnerabilities.filter(({ id }) => asked.includes(id)).map(({ state }) => state)
    expect(new Set(states)).toEqual(new Set(['unknown']))
    expect(result.features['client-renegotiation']?.value).toBeNull()
  })
})

it('a scan that is out of connections says so', async () => {
  const server = await startHostile('says nothing')
  const reach = { ...loopbackReach(3), timeout: 300 }
  const { vulnerabilities } = await runActiveChecks(loopbackTarget(server.port), reach, nothingKnown, options)
  await server.stop()
  expect(vulnerabilities.map(({ reason }) => reason)).toContain('budget-spent')
})

it('an address that the guard refuses is not dialled', async () => {
  const reach = { ...loopbackReach(), guard: { permits: () => false } }
  const { vulnerabilities } = await runActiveChecks(loopbackTarget(1), reach, nothingKnown, options)
  expect(reach.budget.used).toBe(0)
  const reasons = vulnerabilities.filter(({ id }) => id !== 'starttls-injection').map(({ reason }) => reason)
  expect(new Set(reasons)).toEqual(new Set(['blocked-by-guard']))
})
