import { expect, test } from 'vitest'
import { everything, scopeInput, scopeValue } from './scope-value.ts'

const north = { kind: 'group', id: 'g1', name: 'North' } as const
const mail = { kind: 'endpoint', id: 'e1', name: 'mail.example.com:25' } as const

test('a scope of everything is sent as none', () => {
  expect(scopeInput(everything)).toBeNull()
  expect(scopeValue(null)).toEqual(everything)
})

test('nothing included is not the same as everything', () => {
  expect(scopeInput({ include: [], exclude: [] })).toEqual({
    include: { groupIds: [], endpointIds: [] },
    exclude: { groupIds: [], endpointIds: [] },
  })
})

test('groups and endpoints are told apart, on either side', () => {
  expect(scopeInput({ include: [north, mail], exclude: [mail] })).toEqual({
    include: { groupIds: ['g1'], endpointIds: ['e1'] },
    exclude: { groupIds: [], endpointIds: ['e1'] },
  })
})

test('what the API tells is what it is sent again', () => {
  const picks = {
    groups: [{ id: 'g1', name: 'North' }],
    endpoints: [{ id: 'e1', address: 'mail.example.com:25', label: null }],
    unseen: 0,
  }
  expect(scopeValue({ include: picks, exclude: { groups: [], endpoints: [], unseen: 0 } })).toEqual({
    include: [north, mail],
    exclude: [],
  })
})
