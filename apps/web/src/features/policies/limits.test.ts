import { expect, test } from 'vitest'
import { type Limits, limitChanges, limitIsRefused, limitValues } from './limits.ts'

const base: Limits = {
  versions: ['TLSv1.2', 'TLSv1.3'],
  cipherSuites: null,
  groups: [29, 23],
  rsaBits: 2_048,
  ecBits: 224,
  dhBits: 2_048,
  certificateWarningDays: 21,
  certificateMaxDays: null,
  certificateHashBits: null,
}
const values = limitValues(base)

test('limits that are as in the policy beneath are left unsaid, in whatever order', () => {
  expect(limitChanges(base, values)).toEqual({})
  expect(limitChanges(base, { ...values, groups: [23, 29], versions: ['TLSv1.3', 'TLSv1.2'] })).toEqual({})
})

test('limits that differ are said in the words of the API', () => {
  const wish = { ...values, versions: ['TLSv1.3'], rsaBits: '3072', certificateMaxDays: '100', groups: null }
  expect(limitChanges(base, wish)).toEqual({
    versions: ['TLSv1.3'],
    rsaBits: 3_072,
    certificateMaxDays: 100,
    groups: null,
  })
  expect(limitChanges(base, { ...values, certificateHashBits: '384' })).toEqual({ certificateHashBits: 384 })
})

test('an emptied optional limit is none, and what is no number goes as typed', () => {
  expect(limitChanges({ ...base, certificateMaxDays: 90 }, { ...values, certificateMaxDays: '' })).toEqual({
    certificateMaxDays: null,
  })
  expect(limitChanges(base, { ...values, dhBits: 'many', ecBits: '' })).toEqual({ dhBits: 'many', ecBits: '' })
})

test('a problem of a member of a list is one of the list', () => {
  const problems = [{ path: 'parameters.groups.1', code: 'invalid' }]
  expect(limitIsRefused(problems, 'groups')).toBe(true)
  expect(limitIsRefused(problems, 'cipherSuites')).toBe(false)
})
