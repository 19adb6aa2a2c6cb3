import { expect, test } from 'vitest'
import { auditVariables, emptyAudit, exportPath, isFiltered, readAuditState, writeAuditState } from './audit-state.ts'

const full = { ...emptyAudit, search: 'keys & co', what: 'apiKeyCreate', partner: 'Tenant_x', from: '2026-05-01' }

test('a filter survives the address bar', () => {
  expect(readAuditState(new URLSearchParams(writeAuditState(full)))).toEqual(full)
  expect(writeAuditState(emptyAudit)).toBe('')
})

test('a day that is none is no filter', () => {
  expect(readAuditState(new URLSearchParams('from=2026-13-45&to=yesterday'))).toEqual(emptyAudit)
})

test('looks, changes and one action are three different questions', () => {
  expect(auditVariables('x', { ...emptyAudit, what: 'looks' })).toMatchObject({ looks: true, action: null })
  expect(auditVariables('x', { ...emptyAudit, what: 'changes' })).toMatchObject({ looks: false, action: null })
  expect(auditVariables('x', full)).toMatchObject({ looks: null, action: 'apiKeyCreate' })
})

test('the last day is meant whole', () => {
  const { from, to } = auditVariables('x', { ...emptyAudit, from: '2026-02-28', to: '2026-02-28' })
  expect(Date.parse(String(to)) - Date.parse(String(from))).toBe(86_400_000)
})

test('only what somebody chose counts as a filter', () => {
  expect(isFiltered({ ...emptyAudit, after: 'x' })).toBe(false)
  expect(isFiltered({ ...emptyAudit, to: '2026-01-01' })).toBe(true)
})

test('the file holds what the list shows', () => {
  expect(exportPath('Tenant_y', { ...full, from: '' })).toBe(
    '/api/tenants/Tenant_y/audit?format=csv&action=apiKeyCreate&search=keys+%26+co&partnerId=Tenant_x',
  )
  expect(exportPath('Tenant_y', { ...emptyAudit, what: 'changes' })).toBe(
    '/api/tenants/Tenant_y/audit?format=csv&looks=false',
  )
})
