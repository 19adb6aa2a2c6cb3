import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answer, type SimulatedServer } from '../../test/support/simulated-server.ts'
import { plainOffer } from '../hello/shapes.ts'
import { suitesOf, usualSuitesOf } from '../hello/suite-order.ts'
import type { ServerHelloOutcome } from '../probe/outcome.ts'
import { cipherSuites, type SuitesAnswer } from './cipher-suites.ts'
import { drive, type Question } from './enumerator.ts'
import { SchemeRides } from './scheme-rides.ts'

const version = 'TLSv1.2'

async function search(
  server: SimulatedServer,
  { parts = 3, rides }: { readonly parts?: number; readonly rides?: SchemeRides } = {},
): Promise<{ answer: SuitesAnswer; asked: number }> {
  let asked = 0
  const ask = async (question: Question) => {
    asked += 1
    return answer(server, question)
  }
  const offer = plainOffer(version, 'example.com')
  const outcome = answer(server, { offer, depth: 'flight' }) as ServerHelloOutcome
  const found = await drive(
    cipherSuites({ version, offer, outcome, patience: 1, parts: () => parts, ...(rides ? { rides } : {}) }),
    ask,
  )
  return { answer: found, asked }
}

const usual = fc.shuffledSubarray([...usualSuitesOf(version)], { minLength: 1 })
const rare = fc.shuffledSubarray(
  [...suitesOf(version)].filter((id) => !usualSuitesOf(version).includes(id)),
  { maxLength: 6 },
)

/** What a permissive OpenSSL server accepts in its own order, CAMELLIA in between. */
const permissive = [
  0xc02c, 0xc030, 0x009f, 0xcca9, 0xcca8, 0xccaa, 0xc0af, 0xc0ad, 0xc0a3, 0xc09f, 0xc02b, 0xc02f, 0x009e, 0xc0ae,
  0xc0ac, 0xc0a2, 0xc09e, 0xc024, 0xc028, 0x006b, 0xc073, 0xc077, 0x00c4, 0xc023, 0xc027, 0x0067, 0xc00a, 0xc014,
  0x0039, 0x0088, 0xc009, 0xc013, 0x0033, 0x009d, 0xc0a1, 0xc09d, 0x009c, 0xc0a0, 0xc09c, 0x003d, 0x00c0, 0x003c,
  0x0035, 0x0084, 0x002f,
]

describe('cipherSuites', () => {
  test('finds every suite of a server with an order of its own, in that order', async () => {
    await fc.assert(
      fc.asyncProperty(usual, rare, fc.integer({ min: 1, max: 5 }), async (first, more, parts) => {
        const suites = [...more.slice(0, 2), ...first, ...more.slice(2)]
        const found = await search({ version, suites, order: 'SERVER' }, { parts })
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
    expect(asked).toBeLessThanOrEqual(40 + 10)
  })

  test.each([1, 5, 8])(
    'asks one question a suite and one for their end of a usual server, in %i parts',
    async (parts) => {
      const { asked, answer: found } = await search({ version, suites: permissive, order: 'SERVER' }, { parts })
      expect(found.suites).toEqual(permissive)
      // The first suite is known, the refusal is the only hello that finds nothing, and a seam may be left open.
      expect(asked).toBeLessThanOrEqual(permissive.length + 1)
    },
  )

  test('asks about signature schemes on the way, without a hello more and with the same order', async () => {
    const keys = { RSA: [0x0804, 0x0805, 0x0806, 0x0401], ECDSA: [0x0403] }
    const server = { version, suites: permissive, order: 'SERVER', keys } as const
    const rides = new SchemeRides()
    const [plain, riding] = [await search(server, { parts: 1 }), await search(server, { parts: 1, rides })]
    expect(riding.answer.suites).toEqual(permissive)
    expect([...rides.seen].sort()).toEqual([0x0403, 0x0804, 0x0805, 0x0806])
    expect(riding.asked).toBe(plain.asked)
  })

  test('finds the same suites in the same order whatever keys the server has while schemes travel along', async () => {
    const some = (ids: readonly number[]) => fc.subarray([...ids])
    const keys = fc.record({ RSA: some([0x0804, 0x0806, 0x0805, 0x0601, 0x0401]), ECDSA: some([0x0403, 0x0503]) })
    await fc.assert(
      fc.asyncProperty(
        usual,
        keys,
        fc.constantFrom('SERVER' as const, 'CLIENT' as const),
        async (suites, held, order) => {
          const server = { version, suites, order, keys: held } as const
          const first = answer(server, { offer: plainOffer(version, null), depth: 'flight' })
          fc.pre(first.kind === 'server-hello')
          const plain = await search(server)
          const riding = await search(server, { rides: new SchemeRides() })
          expect(riding.answer).toMatchObject({ suites: plain.answer.suites, preference: plain.answer.preference })
        },
      ),
      { numRuns: 60 },
    )
  })

  test('learns on the way that AES wins over a client that likes ChaCha20', async () => {
    const suites = [0xc030, 0xc02f, 0xcca8]
    const { answer: found } = await search({ version, suites, order: 'SERVER' })
    expect(found.chaCha20First).toMatchObject({ cipherSuite: 0xc02f })
    expect(found.suites).toEqual(suites)
  })

  test('learns on the way that ChaCha20 wins where the client likes it, and keeps the order apart from that', async () => {
    const suites = [0xc030, 0xc02f, 0xcca8]
    const { answer: found } = await search({ version, suites, order: 'SERVER', prioritisesChaCha20: true })
    expect(found.chaCha20First).toMatchObject({ cipherSuite: 0xcca8 })
    expect(found.suites).toEqual(suites)
  })

  test('calls the list partial where the server falls silent', async () => {
    const offer = plainOffer(version, null)
    const outcome = answer(
      { version, suites: [0xc02f], order: 'SERVER' },
      { offer, depth: 'flight' },
    ) as ServerHelloOutcome
    const silence = { kind: 'failed', shape: '', banner: null, reason: 'timed-out' } as const
    const found = await drive(
      cipherSuites({ version, offer, outcome, patience: 1, parts: () => 1 }),
      async () => silence,
    )
    expect(found).toMatchObject({ suites: [0xc02f], complete: false, reason: 'timed-out' })
  })
})
