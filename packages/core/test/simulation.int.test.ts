/** What is computed from facts is what real clients and real servers do; bench/simulation-agreement.ts does it for all of them. */
import { readFile, rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Daemon } from './differential/daemon.ts'
import { observeServed } from './differential/observe.ts'
import { makePlace, missing, type Place } from './differential/stack.ts'
import { node } from './differential/stacks/node.ts'
import { type ClientStack, clientStacks } from './simulation/client-stacks.ts'
import { type Comparison, compare } from './simulation/compare.ts'
import { openTap, type Tap } from './simulation/tap.ts'
import { freePorts } from './support/free-ports.ts'

const lacking = missing(node)
const configurations = node.configurations.filter(({ name }) =>
  /^(TLS 1.0 only|TLS 1.2 and 1.3|everything|client order with)/.test(name),
)
let place: Place
let tap: Tap
let clients: readonly ClientStack[] = []
let daemons: readonly Daemon[] = []
let first = 0

beforeAll(async () => {
  if (lacking !== null) return
  place = await makePlace()
  tap = await openTap()
  clients = (await clientStacks(place)).filter(({ name }) =>
    /^(openssl|gnutls-cli (default|TLS 1.2)|curl default|Node .* (default|legacy))/.test(name),
  )
  first = await freePorts(configurations.length)
  daemons = await node.start(
    configurations.map((each, index) => ({ ...each, port: first + index })),
    place,
  )
})
afterAll(async () => {
  if (lacking !== null) return
  await tap.stop()
  await Promise.all(daemons.map(({ stop }) => stop()))
  await rm(place.dir, { recursive: true, force: true })
})

test.skipIf(lacking !== null)(
  'computed handshakes agree with real ones',
  async () => {
    const results: Comparison[] = []
    for (const [index, each] of configurations.entries()) {
      const served = { ...each, port: first + index }
      const { facts } = await observeServed(served, [await readFile(place.ca, 'utf8')])
      for (const client of clients) {
        const result = await compare(client, { name: each.name, port: served.port, facts }, tap)
        if (result) results.push(result)
      }
    }
    expect(results.length).toBeGreaterThan(clients.length * 3)
    expect(results.filter(({ agrees }) => !agrees)).toEqual([])
  },
  180_000,
)
