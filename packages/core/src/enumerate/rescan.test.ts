import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answer, refusal, type SimulatedServer } from '../../test/support/simulated-server.ts'
import { type Facts, type ProtocolVersion, protocolVersions } from '../facts.ts'
import { usualSuitesOf } from '../hello/suite-order.ts'
import { unknownProtocol, unobservedFacts } from './empty-facts.ts'
import { drive, type Question } from './enumerator.ts'
import { isUnchanged, rescansToSeeAll } from './rescan.ts'
import { classesOf } from './rescan-witnesses.ts'

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
async function rescan(facts: Facts, now: Suites, order: SimulatedServer['order'], turn = 0) {
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
  const unchanged = await drive(isUnchanged(facts, null, { limit: 12, turn }), ask)
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

/** As a permissive server of OpenSSL has them: far more pairs than a dozen hellos can show. */
const many: Suites = {
  'TLSv1.0': [0xc00a, 0xc014, 0x0039, 0xc009, 0xc013, 0x0033, 0x0035, 0x002f, 0x0016, 0x000a, 0x0005],
  'TLSv1.1': [0xc00a, 0xc014, 0x0039, 0xc009, 0xc013, 0x0033, 0x0035, 0x002f, 0x000a],
  'TLSv1.2': [
    0xc02c, 0xc030, 0x009f, 0xcca9, 0xcca8, 0xccaa, 0xc02b, 0xc02f, 0x009e, 0xc024, 0xc028, 0x006b, 0xc073, 0xc077,
    0x00c4, 0xc023, 0xc027, 0x0067, 0xc00a, 0xc014, 0x0039, 0xc009, 0xc013, 0x0033, 0x009d, 0x009c, 0x003d, 0x003c,
    0x0035, 0x002f,
  ],
  'TLSv1.3': [0x1302, 0x1303, 0x1301],
}
const versionsOfMany = ['TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const
const facts = factsOf(many, 'SERVER')
const pairsOf = (suites: Suites) =>
  versionsOfMany.flatMap((version) => (suites[version] ?? []).map((id, at) => ({ version, id, at })))
const without = (isGone: (version: ProtocolVersion, id: number) => boolean): Suites =>
  Object.fromEntries(
    versionsOfMany.map((version) => [version, (many[version] ?? []).filter((id) => !isGone(version, id))]),
  )

describe('isUnchanged of a server with more pairs than fit', () => {
  const turns = [0, 1, 7, 30]

  test.each(turns)('finds it unchanged by twelve hellos, at turn %i', async (turn) => {
    expect(await rescan(facts, many, 'SERVER', turn)).toEqual({ unchanged: true, asked: 12 })
  })

  test.each(turns)('notices at once that any class has gone, at turn %i', async (turn) => {
    for (const name of new Set(pairsOf(many).flatMap(classesOf))) {
      const now = without((version, id) => classesOf({ version, id, at: 0 }).includes(name))
      expect({ name, ...(await rescan(facts, now, 'SERVER', turn)) }).toMatchObject({ name, unchanged: false })
    }
  })

  test.each(turns)('notices at once a suite that came, in any version and place, at turn %i', async (turn) => {
    for (const version of versionsOfMany) {
      const old = many[version] ?? []
      for (const at of [0, old.length >> 1, old.length]) {
        const now = { ...many, [version]: old.toSpliced(at, 0, version === 'TLSv1.3' ? 0x1304 : 0x0004) }
        expect(await rescan(facts, now, 'SERVER', turn)).toMatchObject({ unchanged: false })
      }
    }
  })

  test.each(turns)(
    'notices at once another first choice, another kind of order, and a version more, at turn %i',
    async (turn) => {
      const swapped = { ...many, 'TLSv1.2': [...(many['TLSv1.2'] ?? []).slice(1), many['TLSv1.2']?.[0] as number] }
      expect(await rescan(facts, swapped, 'SERVER', turn)).toMatchObject({ unchanged: false })
      expect(await rescan(facts, many, 'CLIENT', turn)).toMatchObject({ unchanged: false })
      expect(await rescan(facts, { ...many, SSLv3: [0x0035] }, 'SERVER', turn)).toMatchObject({ unchanged: false })
      expect(await rescan(factsOf(many, 'CLIENT'), many, 'SERVER', turn)).toMatchObject({ unchanged: false })
    },
  )

  test('notices every single removal, and every two that changed places, within the bound', async () => {
    const bound = rescansToSeeAll(facts, 12) as number
    const all = pairsOf(many)
    expect(bound).toBeLessThanOrEqual(all.length)
    const noticed = async (now: Suites): Promise<boolean> => {
      for (let turn = 5; turn < 5 + bound; turn += 1)
        if (!(await rescan(facts, now, 'SERVER', turn)).unchanged) return true
      return false
    }
    for (const { version, id, at } of all) {
      expect({ version, id, noticed: await noticed(without((is, other) => is === version && other === id)) }).toEqual({
        version,
        id,
        noticed: true,
      })
      const list = [...(many[version] ?? [])]
      if (at === 0) continue
      ;[list[at - 1], list[at]] = [list[at] as number, list[at - 1] as number]
      expect({ version, at, noticed: await noticed({ ...many, [version]: list }) }).toMatchObject({ noticed: true })
    }
  })
})
