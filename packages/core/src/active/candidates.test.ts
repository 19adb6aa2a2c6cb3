import { describe, expect, it } from 'vitest'
import { activeContext } from '../../test/support/active-context.ts'
import { buildFacts, type FactsChoice } from '../../test/support/build-facts.ts'
import { offersFor, type Question } from './candidates.ts'

const cbc: Question = { shape: 'test', suites: ({ mode }) => mode === 'cbc' }

/** Version and suites of each offer, or what the answer is without one. */
function offered(versions: FactsChoice['versions'], question: Question) {
  const offers = offersFor(activeContext(443, { facts: buildFacts({ versions }) }), question)
  if (!Array.isArray(offers)) return { refusal: offers.refusal, reason: offers.reason }
  return offers.map((offer) => [offer.versions[0], ...offer.cipherSuites])
}

describe('offersFor', () => {
  it('offers what the server takes, highest version first', () => {
    const versions = { 'TLSv1.2': ['RSA_AES_128_CBC', 'RSA_AES_128_GCM'], 'TLSv1.0': ['RSA_AES_128_CBC'] } as const
    expect(offered(versions, cbc)).toEqual([
      ['TLSv1.2', 0x002f],
      ['TLSv1.0', 0x002f],
    ])
  })

  it('knows without asking that a server of TLS 1.3 alone, or of AEAD alone, has no CBC', () => {
    expect(offered({ 'TLSv1.3': ['TLS13_AES_256'] }, cbc)).toEqual({ refusal: true, reason: 'not-applicable' })
    expect(offered({ 'TLSv1.2': ['ECDHE_RSA_AES_256_GCM'] }, cbc)).toEqual({ refusal: true, reason: 'not-applicable' })
  })

  it('does not take what it cannot speak for what the server does not speak', () => {
    const exported: Question = { shape: 'test', suites: (suite) => suite.export }
    expect(offered({ 'TLSv1.0': ['RSA_EXPORT_DES'] }, exported)).toEqual({ refusal: false, reason: 'not-asked' })
    expect(offered({ SSLv3: ['RSA_AES_128_CBC'] }, cbc)).toEqual({ refusal: false, reason: 'not-asked' })
  })

  it('offers everything that suits where a version could not be observed', () => {
    const [first] = offered({ 'TLSv1.1': { unknown: 'reset' } }, cbc) as (string | number)[][]
    expect(first?.[0]).toBe('TLSv1.1')
    expect(first).toContain(0x002f)
    expect(first).not.toContain(0x009c)
  })

  it('offers no more suites than picky servers take', () => {
    const [first] = offered({ 'TLSv1.2': { unknown: 'reset' } }, { shape: 'test' }) as (string | number)[][]
    expect(first?.length).toBeLessThanOrEqual(61)
  })
})
