import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Facts } from '../../src/facts.ts'
import { cipherSuiteName } from '../../src/wire/registry/cipher-suite.ts'
import { truthOf } from './configuration.ts'
import { observeServed } from './observe.ts'
import { missing, type Served, type Started, startStack } from './stack.ts'
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
  let started: Started | null = null
  let failure: string | null = null

  beforeAll(async () => {
    if (reason !== null) return
    try {
      started = await startStack(stack)
    } catch (error) {
      // What the machine cannot run is not compared, and said; node:tls runs everywhere.
      if (stack.name === 'node:tls') throw error
      failure = `${stack.name} did not start: ${String(error).slice(0, 500)}`
      absent.push(failure)
    }
  })
  afterAll(() => started?.stop())

  test.skipIf(reason !== null).for(stack.configurations)(
    'is seen as configured: $name',
    async ({ name, preference, ...rest }, { skip }) => {
      if (started === null) return skip(failure ?? '')
      const { facts } = await observeServed(started.served.get(name) as Served, [
        await readFile(started.place.ca, 'utf8'),
      ])
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

/** Versions whose order was judged otherwise than configured; a single suite has no order, and of SSL 2.0 clients choose. */
function preferences({ protocols }: Facts, expected: 'SERVER' | 'CLIENT' | null): readonly string[] {
  return protocols
    .filter(({ version, cipherSuites }) => version !== 'SSLv2' && cipherSuites.length > 1)
    .filter(({ preference }) => expected !== null && preference !== expected)
    .map(({ version, preference }) => `${version}: ${preference}`)
}
