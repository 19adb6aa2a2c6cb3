import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answer, type SimulatedServer } from '../../test/support/simulated-server.ts'
import { plainOffer } from '../hello/shapes.ts'
import { suitesOf, usualSuitesOf } from '../hello/suite-order.ts'
import type { ServerHelloOutcome } from '../probe/outcome.ts'
import { cipherSuites, type SuitesAnswer } from './cipher-suites.ts'
import { drive, type Question } from './enumerator.ts'

const version = 'TLSv1.2'

async function search(
  server: SimulatedServer,
  limits = { patience: 1, parts: 3 },
): Promise<{ answer: SuitesAnswer; asked: number }> {
  let asked = 0
  const ask = async (question: Question) => {
    asked += 1
    return answer(server, question)
  }
  const offer = plainOffer(version, 'example.com')
  const outcome = answer(server, { offer, depth: 'flight' }) as ServerHelloOutcome
  const found = await drive(cipherSuites({ version, offer, outcome, ...limits }), ask)
  return { answer: found, asked }
}

const usual = fc.shuffledSubarray([...usualSuitesOf(version)], { minLength: 1 })
const rare = fc.shuffledSubarray(
  [...suitesOf(version)].filter((id) => !usualSuitesOf(version).includes(id)),
  { maxLength: 6 },
)

describe('cipherSuites', () => {
  test('finds every suite of a server with an order of its own, in that order', async () => {
    await fc.assert(
      fc.asyncProperty(usual, rare, fc.integer({ min: 1, max: 5 }), async (first, more, parts) => {
        const suites = [...more.slice(0, 2), ...first, ...more.slice(2)]
        const found = await search({ version, suites, order: 'SERVER' }, { patience: 1, parts })
        expect(found.answer.suites).toEqual(suites)
        expect(found.answer).toMatchObject({ complete: true, preference: suites.length > 1 ? 'SERVER' : null })
      }),
      { numRuns: 60 },
    )
  })

  test('finds every suite of a server that follows the client, and says that it does', async () => {
    await fc.assert(
      fc.asyncProperty(usual, rare, async (first, more) => {
        const suites = [...first, ...more]
        const found = await search({ version, suites, order: 'CLIENT' })
        expect(found.answer.suites).toEqual(suites.toSorted((a, b) => a - b))
        expect(found.answer).toMatchObject({ complete: true, preference: suites.length > 1 ? 'CLIENT' : null })
      }),
      { numRuns: 60 },
    )
  })

  test('finds every suite of a server that refuses long lists, and notes that it does', async () => {
    await fc.assert(
      fc.asyncProperty(usual, rare, async (first, more) => {
        const suites = [...first, ...more]
        const found = await search({ version, suites, order: 'SERVER', longestList: 128 })
        expect(found.answer.suites).toEqual(suites)
        expect(found.answer.refusesLongLists).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  test('asks little more than one question a suite of a server in the usual order', async () => {
    const suites = usualSuitesOf(version).slice(0, 40)
    const { asked, answer: found } = await search({ version, suites, order: 'SERVER' })
    expect(found.suites).toEqual(suites)
    expect(asked).toBeLessThanOrEqual(40 + 6)
  })

  test('calls the list partial where the server falls silent', async () => {
    const offer = plainOffer(version, null)
    const outcome = answer(
      { version, suites: [0xc02f], order: 'SERVER' },
      { offer, depth: 'flight' },
    ) as ServerHelloOutcome
    const silence = { kind: 'failed', shape: '', banner: null, reason: 'timed-out' } as const
    const found = await drive(cipherSuites({ version, offer, outcome, patience: 1, parts: 1 }), async () => silence)
    expect(found).toMatchObject({ suites: [0xc02f], complete: false, reason: 'timed-out' })
  })
})
