import { readFile, rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Facts } from '../../src/facts.ts'
import { cipherSuiteName } from '../../src/wire/registry/cipher-suite.ts'
import { freePorts } from '../support/free-ports.ts'
import { truthOf } from './configuration.ts'
import { type Daemon, stopDaemons } from './daemon.ts'
import { observeServed } from './observe.ts'
import type { Place, Served } from './stack.ts'
import { makePlace, missing } from './stack.ts'
import { stacks } from './stacks/index.ts'

const absent = stacks.flatMap((stack) => {
  const reason = missing(stack)
  return reason === null ? [] : [`${stack.name}: ${reason}`]
})

afterAll(() => {
  if (absent.length > 0) process.stdout.write(`Not compared: ${absent.join('; ')}\n`)
})

describe.each(stacks)('$name', (stack) => {
  const reason = missing(stack)
  let place: Place
  let daemons: readonly Daemon[] = []
  let failure: string | null = null
  const served = new Map<string, Served>()

  beforeAll(async () => {
    if (reason !== null) return
    place = await makePlace()
    const first = await freePorts(stack.configurations.length)
    const all = stack.configurations.map((each, index) => ({ ...each, port: first + index }))
    for (const each of all) served.set(each.name, each)
    try {
      daemons = await stack.start(all, place)
    } catch (error) {
      // What the machine cannot run is not compared, and said; node:tls runs everywhere.
      if (stack.name === 'node:tls') throw error
      failure = `${stack.name} did not start: ${String(error).slice(0, 500)}`
      absent.push(failure)
    }
  })
  afterAll(async () => {
    await Promise.all(daemons.map(({ stop }) => stop()))
    await stopDaemons()
    if (place) await rm(place.dir, { recursive: true, force: true })
  })

  test.skipIf(reason !== null).for(stack.configurations)(
    'is seen as configured: $name',
    async ({ name, preference, ...rest }, { skip }) => {
      if (failure !== null) skip(failure)
      const { facts } = await observeServed(served.get(name) as Served, [await readFile(place.ca, 'utf8')])
      expect(seen(facts, preference, rest.suitesKnown)).toEqual(
        configured(truthOf({ name, preference, ...rest }), preference),
      )
      expect(preferences(facts, preference)).toEqual([])
      expect(facts.certificates.map(({ trust }) => trust.state)).not.toContain('untrusted')
    },
  )
})

type Lines = Readonly<Record<string, boolean | null | string | readonly string[]>>

/** What was seen and what was configured, in the same readable form: the suites in server order where there is one. */
function seen({ status, protocols }: Facts, expected: 'SERVER' | 'CLIENT' | null, suitesKnown: boolean): Lines {
  const lines = protocols.map(({ version, offered, reason, cipherSuites }) => {
    const ids = cipherSuites.map(({ id }) => id)
    const list = expected === 'SERVER' ? ids : ids.toSorted((one, other) => one - other)
    return [version, offered && suitesKnown ? list.map(cipherSuiteName) : (reason ?? offered)]
  })
  return { status, ...Object.fromEntries(lines) }
}

function configured(truth: ReturnType<typeof truthOf>, preference: 'SERVER' | 'CLIENT' | null): Lines {
  const lines = [...truth].map(([version, ids]) => {
    if (ids === null) return [version, true]
    const list = preference === 'SERVER' ? ids : ids.toSorted((one, other) => one - other)
    return [version, ids.length === 0 ? false : list.map(cipherSuiteName)]
  })
  return { status: 'OBSERVED', ...Object.fromEntries(lines) }
}

/** Versions whose order was judged otherwise than configured; a single suite has no order. */
function preferences({ protocols }: Facts, expected: 'SERVER' | 'CLIENT' | null): readonly string[] {
  return protocols
    .filter(({ cipherSuites, preference }) => expected !== null && cipherSuites.length > 1 && preference !== expected)
    .map(({ version, preference }) => `${version}: ${preference}`)
}
