import { readFile, rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rescansToSeeAll } from '../../src/enumerate/rescan.ts'
import type { Facts } from '../../src/facts.ts'
import { createAddressGuard } from '../../src/net/address-guard.ts'
import { scanTarget } from '../../src/scan.ts'
import { freePorts } from '../support/free-ports.ts'
import { type Configuration, configuration, modern, wide } from './configuration.ts'
import { stopDaemons } from './daemon.ts'
import { makePlace, missing, type Place } from './stack.ts'
import { nginx } from './stacks/nginx.ts'

/** One server's life: each configuration differs from another by a version, a suite, an order or all of them. */
const old = ['TLSv1.0', 'TLSv1.1', 'TLSv1.2'] as const
const reversed = [...modern].reverse()
const life: readonly Configuration[] = [
  configuration('modern', { suites: modern, preference: 'SERVER' }),
  configuration('one suite less', { suites: modern.slice(0, 1), preference: 'SERVER' }),
  configuration('another order', { suites: reversed, preference: 'SERVER' }),
  configuration('no order', { suites: modern, preference: 'CLIENT' }),
  configuration('without TLS 1.3', { versions: ['TLSv1.2'], suites: modern, preference: 'SERVER' }),
  configuration('TLS 1.3 only', { versions: ['TLSv1.3'], preference: 'SERVER' }),
  configuration('legacy back', { versions: old, suites: wide, preference: 'SERVER' }),
  configuration('one old suite less', { versions: old, suites: wide.slice(0, -1), preference: 'SERVER' }),
  configuration('an old suite in the middle less', {
    versions: old,
    suites: wide.toSpliced(6, 1),
    preference: 'SERVER',
  }),
  configuration('two old suites swapped', {
    versions: old,
    suites: [...wide.slice(0, -2), ...wide.slice(-2).reverse()],
    preference: 'SERVER',
  }),
  configuration('legacy without static RSA', {
    versions: old,
    suites: wide.filter((name) => !name.startsWith('TLS_RSA_')),
    preference: 'SERVER',
  }),
  configuration('legacy without DHE', {
    versions: old,
    suites: wide.filter((name) => !name.startsWith('TLS_DHE_')),
    preference: 'SERVER',
  }),
  configuration('legacy without CBC', {
    versions: ['TLSv1.2'],
    suites: wide.filter((name) => !name.includes('_CBC_')),
    preference: 'SERVER',
  }),
  configuration('one TLS 1.3 suite less', {
    versions: ['TLSv1.3'],
    suites13: ['TLS_AES_256_GCM_SHA384', 'TLS_AES_128_GCM_SHA256'],
    preference: 'SERVER',
  }),
]

/** Long lists that differ from each other only in a suite or two that others stand in for, or in their places. */
const subtle = new Set([
  'legacy back',
  'one old suite less',
  'an old suite in the middle less',
  'two old suites swapped',
])

const reason = missing(nginx)
let place: Place
let anchor: string
const ports = new Map<string, number>()
const full = new Map<string, Facts>()

beforeAll(async () => {
  if (reason !== null) return
  place = await makePlace()
  anchor = await readFile(place.ca, 'utf8')
  const first = await freePorts(life.length)
  const served = life.map((each, index) => ({ ...each, port: first + index }))
  await nginx.start(served, place)
  for (const { name, port } of served) {
    ports.set(name, port)
    full.set(name, (await scan(port)).facts)
  }
})
afterAll(async () => {
  await stopDaemons()
  if (place) await rm(place.dir, { recursive: true, force: true })
})

/**
 * One hello shows one suite, so a long list cannot be seen to in a dozen of them: what must wait has its turn within the
 * bound that is promised. Where the whole list fits, a class goes or anything comes, the first one has to notice.
 */
const patience = (before: Configuration, now: Configuration): number =>
  subtle.has(before.name) && subtle.has(now.name) ? (rescansToSeeAll(full.get(before.name) as Facts, 12) ?? 1) : 1

describe.skipIf(reason !== null).each(life)('a server that is now: $name', (now) => {
  test.each(life)('and was: $name', async (before) => {
    const truth = essence(full.get(now.name) as Facts)
    for (let turn = 1; ; turn += 1) {
      const { facts, cost } = await scan(ports.get(now.name) ?? 0, full.get(before.name))
      if (before === now) expect(cost.connections).toBeLessThanOrEqual(12)
      if (turn < patience(before, now) && JSON.stringify(essence(facts)) !== JSON.stringify(truth)) continue
      expect(essence(facts)).toEqual(truth)
      return
    }
  })
})

async function scan(port: number, previous?: Facts) {
  const [observation] = await scanTarget(
    { host: '127.0.0.1', port, serverName: 'server.example', starttls: null },
    {
      depth: 'full',
      guard: createAddressGuard({ allow: ['127.0.0.0/8'] }),
      trustAnchors: [anchor],
      ...(previous ? { previous } : {}),
    },
  )
  if (!observation) throw new Error('no observation')
  return observation
}

/** What a reader acts on; evidence may name another hello. */
function essence({ status, protocols, certificates, groups }: Facts) {
  return {
    status,
    protocols: protocols.map(({ version, offered, cipherSuites, preference }) => ({
      version,
      offered,
      cipherSuites,
      preference,
    })),
    leaves: certificates.map(({ chain }) => chain[0]?.sha256).sort(),
    groups: groups.map(({ id }) => id).sort(),
  }
}
