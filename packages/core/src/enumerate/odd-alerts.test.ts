import { expect, test } from 'vitest'
import type { ProbeOutcome } from '../probe/outcome.ts'
import { oddAlerts } from './odd-alerts.ts'

const alert = (description: number, level = 2): ProbeOutcome => ({
  kind: 'alert',
  shape: '',
  banner: null,
  level,
  description,
})

test('the alerts that the RFCs give for a hello without anything in common are not odd', () => {
  expect(oddAlerts([{ version: 'TLSv1.0', outcomes: [0, 40, 70, 71, 112].map((each) => alert(each)) }])).toEqual([])
})

test('any other alert is odd, named once with the versions that it answered', () => {
  const outcomes = [alert(80), alert(80)]
  expect(
    oddAlerts([
      { version: 'SSLv2', outcomes },
      { version: 'TLSv1.0', outcomes },
      { version: 'TLSv1.1', outcomes: [alert(80), alert(47)] },
    ]),
  ).toEqual([
    { id: 'odd-alert', detail: 'illegal_parameter to TLSv1.1' },
    { id: 'odd-alert', detail: 'internal_error to TLSv1.0, TLSv1.1' },
  ])
})

test('a refusal that is sent as a warning is odd', () => {
  expect(oddAlerts([{ version: 'TLSv1.3', outcomes: [alert(40, 1)] }])).toEqual([
    { id: 'odd-alert', detail: 'handshake_failure as a warning to TLSv1.3' },
  ])
})
