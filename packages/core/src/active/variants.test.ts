import { describe, expect, it } from 'vitest'
import { buildFacts, type FactsChoice } from '../../test/support/build-facts.ts'
import type { VulnerabilityFact } from '../facts.ts'
import type { Question } from './candidates.ts'
import { joinVariants, variants } from './variants.ts'

const cbc: Question = { shape: 'test', suites: ({ mode }) => mode === 'cbc' }
const asked = (versions: FactsChoice['versions'], limit: number) =>
  variants({ facts: buildFacts({ versions }) }, cbc, ({ cipher }) => cipher, limit).map(
    ({ shape, versions: [version] = [] }) => `${version} ${shape}`,
  )

describe('variants', () => {
  const versions = {
    'TLSv1.2': ['RSA_AES_128_CBC', 'ECDHE_RSA_AES_256_CBC'],
    'TLSv1.0': ['RSA_AES_128_CBC', 'RSA_3DES'],
  } as const

  it('asks each kind in the highest version that has it, which covers the oldest where it has one of its own', () => {
    expect(asked(versions, 5)).toEqual([
      'TLSv1.2 test-AES_128_CBC',
      'TLSv1.2 test-AES_256_CBC',
      'TLSv1.0 test-3DES_EDE_CBC',
    ])
  })

  it('asks in the oldest version too, whatever the limit leaves room for', () => {
    const alike = { 'TLSv1.2': versions['TLSv1.2'], 'TLSv1.0': ['RSA_AES_128_CBC'] } as const
    expect(asked(alike, 5).at(-1)).toBe('TLSv1.0 test-AES_128_CBC')
    expect(asked(alike, 2)).toEqual(['TLSv1.2 test-AES_128_CBC', 'TLSv1.0 test-AES_128_CBC'])
  })

  it('asks once where nothing is known, or nothing suits', () => {
    expect(asked({ 'TLSv1.2': { unknown: 'reset' } }, 5)).toEqual(['undefined test'])
    expect(asked({ 'TLSv1.2': ['ECDHE_RSA_AES_256_GCM'] }, 5)).toEqual(['undefined test'])
  })
})

describe('joinVariants', () => {
  const fact = (state: VulnerabilityFact['state'], shape: string): VulnerabilityFact => ({
    id: 'robot',
    state,
    reason: state === 'unknown' ? 'timed-out' : null,
    evidence: [{ shape, answer: 'alert', bytes: '' }],
  })

  it('finds the one that has the flaw, then the one that could not be told, else says what all answered', () => {
    const [good, open, bad] = [fact('not-vulnerable', 'a'), fact('unknown', 'b'), fact('vulnerable', 'c')]
    expect(joinVariants([good, open, bad])).toBe(bad)
    expect(joinVariants([good, open])).toBe(open)
    expect(joinVariants([good, good, fact('not-vulnerable', 'd')]).evidence.map(({ shape }) => shape)).toEqual([
      'a',
      'd',
    ])
  })
})
