import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answer, refusal, type SimulatedServer } from '../../test/support/simulated-server.ts'
import { type Facts, type ProtocolVersion, protocolVersions } from '../facts.ts'
import { usualSuitesOf } from '../hello/suite-order.ts'
import { unknownProtocol, unobservedFacts } from './empty-facts.ts'
import { drive, type Question } from './enumerator.ts'
import { isUnchanged } from './rescan.ts'

type Suites = Readonly<Partial<Record<(typeof protocolVersions)[number], readonly number[]>>>

function factsOf(suites: Suites, preference: 'SERVER' | 'CLIENT'): Facts {
  const base = unobservedFacts('OBSERVED', null, { depth: 'full', starttls: null })
  return {
    ...base,
    protocols: protocolVersions.map((version) => {
      const list = suites[version]
      if (list === undefined) return { ...unknownProtocol(version, null), offered: false }
      const cipherSuites = list.map((id) => ({ id, name: String(id) }))
      return {
        ...unknownProtocol(version, null),
        offered: true,
        cipherSuites,
        enumeration: 'complete' as const,
        preference,
      }
    }),
  }
}

/** Whether a server with these suites looks unchanged, and how many hellos that took. */
async function rescan(facts: Facts, now: Suites, order: SimulatedServer['order'], limit = 12) {
  let asked = 0
  const ask = async (question: Question) => {
    asked += 1
    // Before TLS 1.3 a hello names the highest version only, and a server may step down.
    const top = protocolVersions.indexOf(question.offer.versions[0] ?? 'SSLv2')
    const mayPick = (version: ProtocolVersion): boolean =>
      question.offer.versions.includes(version) || (top >= 2 && top < 5 && version !== 'SSLv2')
    const highest = protocolVersions
      .slice(0, top + 1)
      .toReversed()
      .find((version) => now[version] && mayPick(version))
    const suites = highest === undefined ? undefined : now[highest]
    if (highest === undefined || suites === undefined) return refusal(question.offer.shape)
    const [group, scheme] = [question.offer.groups[0] ?? 0, question.offer.signatureSchemes[0] ?? 0]
    const peer = { version: highest, suites, order, groups: [group], schemes: [scheme] }
    return answer(peer, {
      ...question,
      offer: { ...question.offer, versions: [highest], groups: [group], signatureSchemes: [scheme] },
    })
  }
  const unchanged = await drive(isUnchanged(facts, null, { limit, pick: () => 0 }), ask)
  return { unchanged, asked }
}

const pool = usualSuitesOf('TLSv1.2').slice(0, 12)
const order = fc.constantFrom('SERVER' as const, 'CLIENT' as const)
const few = fc.shuffledSubarray([...pool], { minLength: 2, maxLength: 5 })

describe('isUnchanged', () => {
  test('takes at most twelve hellos to see that nothing changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...pool], { minLength: 1 }), order, async (suites, preference) => {
        const now = { 'TLSv1.0': suites, 'TLSv1.1': suites, 'TLSv1.2': suites }
        const { unchanged, asked } = await rescan(factsOf(now, preference), now, preference)
        expect({ unchanged, few: asked <= 12 }).toEqual({ unchanged: true, few: true })
      }),
    )
  })

  test('notices a suite that came, one that went, and two that changed places', async () => {
    await fc.assert(
      fc.asyncProperty(few, order, fc.nat(), fc.constantFrom(...pool), async (suites, preference, at, other) => {
        const facts = factsOf({ 'TLSv1.2': suites }, preference)
        const place = at % suites.length
        const without = suites.filter((_, index) => index !== place)
        expect(await rescan(facts, { 'TLSv1.2': without }, preference)).toMatchObject({ unchanged: false })
        if (!suites.includes(other)) {
          const more = suites.toSpliced(place, 0, other)
          expect(await rescan(facts, { 'TLSv1.2': more }, preference)).toMatchObject({ unchanged: false })
        }
        if (preference === 'SERVER') {
          const moved = [...without, suites[place] as number]
          if (place < suites.length - 1)
            expect(await rescan(facts, { 'TLSv1.2': moved }, preference)).toMatchObject({ unchanged: false })
        }
      }),
    )
  })

  test.each(['SSLv3', 'TLSv1.0', 'TLSv1.1', 'TLSv1.3'] as const)('notices %s that came', async (version) => {
    const suites = [0xc02f, 0xc030]
    const facts = factsOf({ 'TLSv1.2': suites }, 'SERVER')
    const now = { 'TLSv1.2': suites, [version]: version === 'TLSv1.3' ? [0x1301] : [0x002f] }
    expect(await rescan(facts, now, 'SERVER')).toMatchObject({ unchanged: false })
  })

  test('notices that the order became another kind of order', async () => {
    const suites = [0xc02f, 0xc030, 0x009e]
    expect(await rescan(factsOf({ 'TLSv1.2': suites }, 'SERVER'), { 'TLSv1.2': suites }, 'CLIENT')).toMatchObject({
      unchanged: false,
    })
    expect(await rescan(factsOf({ 'TLSv1.2': suites }, 'CLIENT'), { 'TLSv1.2': suites }, 'SERVER')).toMatchObject({
      unchanged: false,
    })
  })

  test('asks nothing where the facts leave a version open', async () => {
    const facts = unobservedFacts('OBSERVED', null, { depth: 'full', starttls: null })
    expect(await rescan(facts, {}, 'SERVER')).toEqual({ unchanged: false, asked: 0 })
  })
})
