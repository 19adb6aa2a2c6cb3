import { expect, test } from 'vitest'
import type { EndpointRowFragment } from '../../graphql/generated/graphql.ts'
import { followRow } from './follow-row.ts'
import type { ActiveScan } from './use-tenant-activity.ts'

const row: EndpointRowFragment = {
  id: 'e1',
  address: 'mail.example.com:25',
  serverName: null,
  starttls: 'SMTP',
  role: 'INBOUND',
  label: null,
  tags: [],
  origin: 'MANUAL',
  verdict: 'NOT_READY',
  score: 10,
  activeScan: null,
  lastScan: null,
}
const scan: ActiveScan = {
  id: 's1',
  status: 'RUNNING',
  stage: 'VERSIONS',
  progress: 40,
  requestedAt: '2026-11-23T08:00:00.000Z',
  startedAt: null,
  finishedAt: null,
  errorCode: null,
  verdict: null,
  score: null,
  endpoint: { id: 'e1', address: 'mail.example.com:25' },
}

test('a step of a scan shows in its own row and leaves the verdict', () => {
  expect(followRow(row, scan)).toMatchObject({ activeScan: { progress: 40 }, verdict: 'NOT_READY' })
  expect(followRow({ ...row, id: 'e2' }, scan).activeScan).toBeNull()
})

test('a completed scan brings its verdict and ends the progress', () => {
  const done: ActiveScan = { ...scan, status: 'COMPLETED', verdict: 'READY', score: 96 }
  expect(followRow({ ...row, activeScan: scan }, done)).toMatchObject({ activeScan: null, verdict: 'READY', score: 96 })
})

test('a cancelled scan changes nothing but the progress', () => {
  const cancelled: ActiveScan = { ...scan, status: 'CANCELLED' }
  expect(followRow({ ...row, activeScan: scan }, cancelled)).toEqual(row)
})
