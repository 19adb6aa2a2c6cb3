import { describe, expect, it } from 'vitest'
import { buildFacts, modern12 } from '../../test/support/build-facts.ts'
import type { Answer, VulnerabilityFact } from '../facts.ts'
import { withActive } from './with-active.ts'

const open: Answer = { value: null, reason: 'not-asked', evidence: [] }
const yes: Answer = { value: true, reason: null, evidence: [] }
const no: Answer = { value: false, reason: null, evidence: [] }
const fact = (state: VulnerabilityFact['state']): VulnerabilityFact => ({
  id: 'robot',
  state,
  reason: state === 'unknown' ? 'needs-permission' : null,
  evidence: [],
})

const seen = (features: Readonly<Record<string, Answer>>, vulnerabilities: readonly VulnerabilityFact[] = []) =>
  buildFacts({ versions: { 'TLSv1.2': modern12 }, overrides: { features, vulnerabilities } })

describe('withActive', () => {
  it('adds what the checks found to what the hellos showed', () => {
    const facts = withActive(seen({ compression: no }), {
      vulnerabilities: [fact('vulnerable')],
      features: { resumption: yes },
    })
    expect(facts.features).toEqual({ compression: no, resumption: yes })
    expect(facts.vulnerabilities).toEqual([fact('vulnerable')])
  })

  it('keeps an answer that stands, and fills one that is open', () => {
    const result = { vulnerabilities: [fact('not-vulnerable')], features: { compression: yes, resumption: yes } }
    const facts = withActive(seen({ compression: no, resumption: open }, [fact('unknown')]), result)
    expect(facts.features).toEqual({ compression: no, resumption: yes })
    expect(facts.vulnerabilities).toEqual([fact('not-vulnerable')])
  })

  it('takes from an earlier scan what was not asked this time, but nothing that was asked', () => {
    const earlier = seen({ resumption: yes, 'client-renegotiation': yes })
    const asked = { vulnerabilities: [], features: { resumption: open, 'client-renegotiation': no } }
    expect(withActive(seen({}), asked, earlier).features).toEqual({ resumption: yes, 'client-renegotiation': no })
  })

  it('orders vulnerabilities as the contract does, so that equal peers give equal facts', () => {
    const heartbleed = { ...fact('not-vulnerable'), id: 'heartbleed' } as const
    const rc4 = { ...fact('not-vulnerable'), id: 'rc4' } as const
    const facts = withActive(seen({}, [rc4]), { vulnerabilities: [fact('unknown'), heartbleed], features: {} })
    expect(facts.vulnerabilities.map(({ id }) => id)).toEqual(['heartbleed', 'robot', 'rc4'])
  })
})
