import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Facts, ProtocolVersion } from '../../src/facts.ts'
import { cipherSuiteName } from '../../src/wire/registry/cipher-suite.ts'
import { type Truth, truthOf } from './configuration.ts'
import { findProgram } from './daemon.ts'
import { observeServed } from './observe.ts'
import { missing, type Served, type Started, startStack } from './stack.ts'
import { haproxy } from './stacks/haproxy.ts'
import { java } from './stacks/java.ts'
import { nss } from './stacks/nss.ts'
import { postgres } from './stacks/postgres.ts'
import { type Accepted, askNmap, askSslscan } from './tools.ts'

/** Stacks of three TLS libraries; the ones where other scanners err are among them. */
const stacks = [haproxy, nss, java, postgres]
const mistakes = new Map<string, number>()

afterAll(() => {
  const absent = ['nmap', 'sslscan'].filter((name) => findProgram(name) === null)
  if (absent.length > 0) process.stdout.write(`Not asked: ${absent.join(', ')}\n`)
  for (const [tool, count] of mistakes)
    process.stdout.write(`${tool}: ${count} version-suite pairs missed or invented\n`)
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
      failure = `${stack.name} did not start: ${String(error).slice(0, 500)}`
      process.stdout.write(`Not compared: ${failure}\n`)
    }
  })
  afterAll(() => started?.stop())

  test.skipIf(reason !== null).for(stack.configurations)(
    'nothing that another scanner sees is missed: $name',
    async ({ name }, { skip }) => {
      if (started === null) return skip(failure ?? '')
      const at = started.served.get(name) as Served
      const { facts } = await observeServed(at, [])
      const seen = pairsOfFacts(facts)
      const truth = pairs(truthOf(at))
      for (const [tool, accepted] of await askOthers(at)) {
        const told = pairs(accepted)
        expect([...told].filter((pair) => truth.has(pair) && !seen.has(pair))).toEqual([])
        mistakes.set(tool, (mistakes.get(tool) ?? 0) + differences(told, truth).length)
      }
      expect(differences(seen, truth)).toEqual([])
    },
  )
})

/** nmap speaks no STARTTLS that it is not told by the port, so it is asked about plain TLS only. */
async function askOthers({ port, starttls }: Served): Promise<readonly (readonly [string, Accepted])[]> {
  const answers: (readonly [string, Accepted])[] = []
  if (findProgram('sslscan')) answers.push(['sslscan', await askSslscan(port, starttls)])
  if (findProgram('nmap') && starttls === null) answers.push(['nmap', await askNmap(port)])
  return answers
}

function pairs(accepted: Accepted | Truth): Set<string> {
  return new Set([...accepted].flatMap(([version, ids]) => (ids ?? []).map((id) => pair(version, id))))
}

function pairsOfFacts({ protocols }: Facts): Set<string> {
  return new Set(protocols.flatMap(({ version, cipherSuites }) => cipherSuites.map(({ id }) => pair(version, id))))
}

/** What only one of the two holds. */
function differences(one: ReadonlySet<string>, other: ReadonlySet<string>): readonly string[] {
  return [...[...one].filter((each) => !other.has(each)), ...[...other].filter((each) => !one.has(each))]
}

const pair = (version: ProtocolVersion, id: number) => `${version} ${cipherSuiteName(id)}`
