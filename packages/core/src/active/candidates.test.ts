import { describe, expect, it } from 'vitest'
import { activeContext } from '../../test/support/active-context.ts'
import { buildFacts, type FactsChoice } from '../../test/support/build-facts.ts'
import type { ProtocolVersion } from '../facts.ts'
import { offersFor, type Question } from './candidates.ts'
import { tlsVersions } from './check.ts'

const cbc: Question = { shape: 'test', suites: ({ mode }) => mode === 'cbc' }

/** Version and suites of each offer, or what the answer is without one. */
function offered(versions: FactsChoice['versions'], question: Question) {
  const offers = offersFor(activeContext(443, { facts: buildFacts({ versions }) }), question)
  if (!Array.isArray(offers)) return { refusal: offers.refusal, reason: offers.reason }
  return offers.map((offer) => [offer.versions[0], ...offer.cipherSuites])
}

/** As `offered`, of a server that takes these suites in this version alone. */
function offeredIds(version: ProtocolVersion, ids: readonly number[], question: Question) {
  const facts = buildFacts({ versions: { [version]: [] } })
  const protocols = facts.protocols.map((fact) =>
    fact.version === version ? { ...fact, cipherSuites: ids.map((id) => ({ id, name: '' })) } : fact,
  )
  const offers = offersFor(activeContext(443, { facts: { ...facts, protocols } }), question)
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
    const shared: Question = { shape: 'test', suites: ({ keyExchange }) => keyExchange === 'PSK' }
    expect(offeredIds('TLSv1.2', [0x008c], shared)).toEqual({ refusal: false, reason: 'not-asked' })
  })

  it('asks of a secret shared beforehand only what the first flight tells', () => {
    const shared: Question = { shape: 'test', until: 'flight' }
    expect(offeredIds('TLSv1.2', [0x008c, 0x002f], shared)).toEqual([['TLSv1.2', 0x002f, 0x008c]])
  })

  it('offers SSL 3.0 and export suites where the server has nothing better', () => {
    expect(offered({ SSLv3: ['RSA_AES_128_CBC'] }, cbc)).toEqual([['SSLv3', 0x002f]])
    const exported: Question = { shape: 'test', suites: (suite) => suite.export }
    expect(offered({ 'TLSv1.0': ['RSA_EXPORT_DES'] }, exported)).toEqual([['TLSv1.0', 0x0008]])
  })

  it('leaves SSL 3.0 out of what it has not got', () => {
    const question = { ...cbc, versions: tlsVersions }
    expect(offered({ SSLv3: ['RSA_AES_128_CBC'] }, question)).toEqual({ refusal: true, reason: 'not-applicable' })
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
