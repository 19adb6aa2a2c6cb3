import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answer } from '../../test/support/simulated-server.ts'
import { groupsOf, knownSignatureSchemes, plainOffer } from '../hello/shapes.ts'
import { usualSuitesOf } from '../hello/suite-order.ts'
import type { ServerHelloOutcome } from '../probe/outcome.ts'
import { drive, type Question } from './enumerator.ts'
import { tls13Parameters } from './key-parameters.ts'

const some = (values: readonly number[]) =>
  fc.shuffledSubarray([...values], { minLength: 1, maxLength: Math.min(10, values.length) })

describe('removeChosen', () => {
  test('finds all suites, groups and schemes of TLS 1.3 at once, whatever the server accepts', async () => {
    const version = 'TLSv1.3'
    const server = fc.record({
      suites: some(usualSuitesOf(version)),
      groups: some(groupsOf(version).slice(0, 10)),
      schemes: some(knownSignatureSchemes.slice(0, 14)),
      order: fc.constantFrom('SERVER' as const, 'CLIENT' as const),
    })
    await fc.assert(
      fc.asyncProperty(server, async (parts) => {
        const peer = { version, ...parts } as const
        let asked = 0
        const ask = async (question: Question) => {
          asked += 1
          return answer(peer, question)
        }
        const offer = plainOffer(version, null)
        const first = answer(peer, { offer, depth: 'flight' }) as ServerHelloOutcome
        const { lists } = await drive(tls13Parameters(offer, first, { askProtocols: false }), ask)
        const found = (name: string) => lists.get(name)?.found.toSorted((a, b) => a - b)
        const sorted = (list: readonly number[]) => list.toSorted((a, b) => a - b)
        expect(found('cipherSuites')).toEqual(sorted(parts.suites))
        expect(found('groups')).toEqual(sorted(parts.groups))
        expect(found('signatureSchemes')).toEqual(sorted(parts.schemes))
        expect([...lists.values()].every(({ complete }) => complete)).toBe(true)
        expect(asked).toBeLessThanOrEqual(Math.max(parts.suites.length, parts.groups.length, parts.schemes.length) + 8)
      }),
      { numRuns: 100 },
    )
  })
})
