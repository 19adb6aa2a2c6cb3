import { expect, test } from 'vitest'
import { plainOffer } from '../hello/shapes.ts'
import type { ProbeOutcome } from '../probe/outcome.ts'
import { WordlessRefusals } from './wordless-refusals.ts'

const common = { shape: '', banner: null }
const alert = (description: number): ProbeOutcome => ({ kind: 'alert', ...common, level: 2, description })

test.each<[ProbeOutcome, boolean]>([
  [alert(40), false],
  [alert(70), false],
  [alert(120), false],
  [alert(80), true],
  [alert(200), true],
  [{ kind: 'failed', ...common, reason: 'closed' }, true],
  // Of these nothing is concluded anyway.
  [{ kind: 'failed', ...common, reason: 'timed-out' }, false],
])('%j calls for a control: %s', async (outcome, expected) => {
  const refusals = new WordlessRefusals()
  const ask = refusals.watch(async () => outcome)
  expect(await ask({ offer: plainOffer('TLSv1.2', null), depth: 'hello' })).toBe(outcome)
  expect(refusals.any).toBe(expected)
})
