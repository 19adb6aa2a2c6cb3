import { describe, expect, test } from 'vitest'
import { hello } from '../../test/support/simulated-server.ts'
import type { FailureReason, ProbeOutcome } from '../probe/outcome.ts'
import { drive, type Question } from './enumerator.ts'
import { protocolVersion } from './protocol-versions.ts'

const alert = (description: number): ProbeOutcome => ({ kind: 'alert', shape: '', banner: null, level: 2, description })
const failed = (reason: FailureReason): ProbeOutcome => ({ kind: 'failed', shape: '', banner: null, reason })

/** Asks about a version of a server that answers each hello shape as given, any other as `otherwise`. */
async function ask(
  version: 'SSLv3' | 'TLSv1.0' | 'TLSv1.2' | 'TLSv1.3',
  otherwise: ProbeOutcome,
  byShape: Record<string, ProbeOutcome> = {},
) {
  const shapes: string[] = []
  const answer = await drive(protocolVersion(version, 'example.com'), async ({ offer }: Question) => {
    shapes.push(offer.shape)
    return byShape[offer.shape] ?? otherwise
  })
  return { ...answer, shapes }
}

describe('protocolVersion', () => {
  test('takes the first ServerHello of that version for a yes', async () => {
    expect(await ask('TLSv1.2', hello({}))).toMatchObject({ offered: true, shapes: ['tls12'] })
  })

  test('takes "protocol version" for a no before TLS 1.2 without asking further', async () => {
    expect(await ask('TLSv1.0', alert(70))).toMatchObject({ offered: false, reason: null, shapes: ['tls10'] })
  })

  test.each([80, 112, 49, 200])('takes alert %i to every hello for no answer', async (description) => {
    for (const version of ['TLSv1.0', 'TLSv1.2', 'TLSv1.3'] as const) {
      expect(await ask(version, alert(description))).toMatchObject({ offered: null, reason: 'inconsistent' })
    }
  })

  test('takes a goodbye for hanging up, which needs a control', async () => {
    expect(await ask('TLSv1.0', alert(0))).toMatchObject({ offered: false, needsControl: true })
  })

  test('takes a refusal for a no though the hello without a name meets another alert', async () => {
    expect(await ask('TLSv1.2', alert(40), { 'tls12-no-sni': alert(112) })).toMatchObject({ offered: false })
  })

  test.each(['tls12-small', 'tls12-all-suites', 'tls12-no-ecdsa', 'tls12-no-scsv', 'tls12-no-sni'])(
    'finds a server that answers only to %s',
    async (shape) => {
      expect(await ask('TLSv1.2', alert(40), { [shape]: hello({}) })).toMatchObject({ offered: true })
    },
  )

  test('finds TLS 1.3 that is only answered together with TLS 1.2', async () => {
    const shapes = { 'tls13-with-tls12': hello({ version: 'TLSv1.3' }) }
    expect(await ask('TLSv1.3', hello({ version: 'TLSv1.2' }), shapes)).toMatchObject({ offered: true })
  })

  test.each(['reset', 'timed-out', 'refused'] as const)(
    'says "could not tell" where every hello ends %s',
    async (reason) => {
      expect(await ask('TLSv1.0', failed(reason))).toMatchObject({ offered: null, reason })
    },
  )

  test('wants a control before silence counts as a no', async () => {
    expect(await ask('TLSv1.0', failed('closed'))).toMatchObject({ offered: false, needsControl: true })
  })

  test('asks again where a connection broke, and believes the answer', async () => {
    let first = true
    const answer = await drive(protocolVersion('TLSv1.2', null), async () => {
      if (!first) return hello({})
      first = false
      return failed('reset')
    })
    expect(answer.offered).toBe(true)
  })

  test('a throttled STARTTLS says nothing about TLS', async () => {
    const throttled = {
      kind: 'starttls-refused',
      shape: '',
      banner: null,
      reason: 'throttled',
      reply: '421 later',
    } as const
    expect(await ask('TLSv1.2', throttled)).toMatchObject({ offered: null, reason: 'throttled' })
  })
})
