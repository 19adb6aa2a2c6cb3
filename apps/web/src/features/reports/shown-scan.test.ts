import { expect, test } from 'vitest'
import { shownScan } from './shown-scan.ts'

const scans = [
  { id: 'running', status: 'RUNNING' as const },
  { id: 'failed', status: 'FAILED' as const },
  { id: 'new', status: 'COMPLETED' as const },
  { id: 'old', status: 'COMPLETED' as const },
]

test('the newest completed scan is shown while another one runs', () => {
  expect(shownScan(scans, null)?.id).toBe('new')
})

test('an older scan is shown when it is asked for', () => {
  expect(shownScan(scans, 'old')?.id).toBe('old')
  expect(shownScan(scans, 'never-was')?.id).toBe('new')
})

test('a failure is shown rather than nothing', () => {
  expect(shownScan(scans.slice(0, 2), null)?.id).toBe('failed')
  expect(shownScan(scans.slice(0, 1), null)).toBeUndefined()
})
